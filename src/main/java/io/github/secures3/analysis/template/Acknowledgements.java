package io.github.secures3.analysis.template;

import io.github.secures3.analysis.model.Acknowledgement;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * Reads which findings the metadata of a resource accepts: ours, and those of the scanners that people use already.
 *
 * @see <a href="https://github.com/cdklabs/cdk-nag">cdk-nag: rules_to_suppress</a>
 * @see <a href="https://docs.aws.amazon.com/cfn-guard/latest/ug/what-is-guard.html">AWS CloudFormation Guard: SuppressedRules</a>
 */
final class Acknowledgements {

    private Acknowledgements() {}

    static List<Acknowledgement> of(Properties metadata) {
        List<Acknowledgement> all = new ArrayList<>();
        own(metadata.child("SecureS3").get("Acknowledged"), all);
        listed(metadata.child("cdk_nag"), "rules_to_suppress", "reason", all);
        listed(metadata.child("cfn_nag"), "rules_to_suppress", "reason", all);
        listed(metadata.child("checkov"), "skip", "comment", all);
        metadata.child("guard")
                .texts("SuppressedRules")
                .known()
                .ifPresent(ids ->
                        ids.forEach(id -> id.known().ifPresent(known -> all.add(Acknowledgement.of(known, "")))));
        return all;
    }

    /** Rules with their reasons; names of rules alone have no reason, so that they are found. */
    private static void own(Resolved acknowledged, List<Acknowledgement> all) {
        if (acknowledged instanceof Resolved.Members members) {
            members.members()
                    .forEach((rule, reason) -> all.add(Acknowledgement.of(
                            rule, Properties.text(reason).known().orElse(""))));
        } else if (acknowledged instanceof Resolved.Items items) {
            items.items().forEach(item -> own(item, all));
        } else if (acknowledged instanceof Resolved.Text rule) {
            all.add(Acknowledgement.of(rule.text(), ""));
        }
    }

    private static void listed(Properties tool, String list, String reason, List<Acknowledgement> all) {
        tool.list(list, entry -> Acknowledgement.of(entry.text("id").known().orElse(""), decoded(entry, reason)))
                .known()
                .ifPresent(all::addAll);
    }

    /** cdk-nag writes reasons with characters beyond ASCII in base 64. */
    private static String decoded(Properties entry, String member) {
        String reason = entry.text(member).known().orElse("");
        if (!entry.flag("is_reason_encoded").isSurely(encoded -> encoded)) {
            return reason;
        }
        try {
            return new String(Base64.getDecoder().decode(reason), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return reason;
        }
    }
}

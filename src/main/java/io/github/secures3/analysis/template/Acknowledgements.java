package io.github.secures3.analysis.template;

import io.github.secures3.analysis.model.Acknowledgement;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

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
        if (metadata.child("SecureS3").get("Acknowledged") instanceof Resolved.Members members) {
            for (Map.Entry<String, Resolved> each : members.members().entrySet()) {
                all.add(Acknowledgement.of(
                        each.getKey(), Properties.text(each.getValue()).known().orElse("")));
            }
        }
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

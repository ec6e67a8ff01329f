package io.github.secures3.analysis.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads Block Public Access and ACLs.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-s3-bucket-publicaccessblockconfiguration.html">
 *     PublicAccessBlockConfiguration</a>
 */
final class PublicAccess {
    private static final List<String> SETTINGS =
            List.of("BlockPublicAcls", "BlockPublicPolicy", "IgnorePublicAcls", "RestrictPublicBuckets");

    private PublicAccess() {}

    static Protection of(Resource bucket) {
        Parts parts = new Parts(Protection.Topic.PUBLIC_ACCESS);
        block(bucket.property("PublicAccessBlockConfiguration"), parts);
        ownership(bucket.property("OwnershipControls").get("Rules").first().get("ObjectOwnership"), parts);
        Value acl = bucket.property("AccessControl");
        if (acl.isUnknown()) {
            parts.unknown(acl, "canned ACL");
        } else if (!acl.isAbsent() && !acl.text().orElse("").equals("Private")) {
            parts.missing("canned ACL " + acl.text().orElse("unreadable"));
        }
        return parts.protection();
    }

    private static void block(Value block, Parts parts) {
        if (block.isUnknown()) {
            parts.unknown(block, "");
            return;
        }
        if (block.isAbsent()) {
            parts.missing("not set");
            return;
        }
        List<String> off = new ArrayList<>();
        Map<String, List<String>> unknown = new LinkedHashMap<>();
        for (String setting : SETTINGS) {
            Value value = block.get(setting);
            switch (value.flag()) {
                case HOLDS -> {}
                case MISSING -> off.add(setting);
                case UNKNOWN ->
                    unknown.computeIfAbsent(value.misread().unknown(), reason -> new ArrayList<>())
                            .add(setting);
            }
        }
        if (off.isEmpty() && unknown.isEmpty()) {
            parts.holds("blocked, all four settings");
        }
        if (off.size() == SETTINGS.size()) {
            parts.missing("not blocked, all four settings off");
        } else if (!off.isEmpty()) {
            parts.missing("not fully blocked, off: " + Words.list(off));
        }
        unknown.forEach(
                (reason, settings) -> parts.add(Protection.State.UNKNOWN, reason + " (" + Words.list(settings) + ")"));
    }

    private static void ownership(Value ownership, Parts parts) {
        if (ownership.isUnknown()) {
            parts.unknown(ownership, "ACLs");
        } else if (ownership.isAbsent()) {
            parts.missing("ACLs not set");
        } else if (ownership.text().orElse("").equals("BucketOwnerEnforced")) {
            parts.holds("ACLs off");
        } else {
            parts.missing("ACLs on (" + ownership.text().orElse("unreadable") + ")");
        }
    }
}

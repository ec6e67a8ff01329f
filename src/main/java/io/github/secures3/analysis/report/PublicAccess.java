package io.github.secures3.analysis.report;

import io.github.secures3.analysis.model.Bucket;
import io.github.secures3.analysis.model.PublicAccessBlock;
import io.github.secures3.analysis.model.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells how Block Public Access and ACLs stand.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-s3-bucket-publicaccessblockconfiguration.html">
 *     PublicAccessBlockConfiguration</a>
 */
final class PublicAccess {

    private PublicAccess() {}

    static Protection of(Bucket bucket) {
        Parts parts = new Parts(Protection.Topic.PUBLIC_ACCESS);
        Value<PublicAccessBlock> block = bucket.publicAccessBlock();
        if (block.isUnknown()) {
            parts.unknown(block, "");
        } else if (block.isAbsent()) {
            parts.missing("not set");
        } else {
            block.known().ifPresent(known -> block(known, parts));
        }
        ownership(bucket.ownership(), parts);
        Value<String> acl = bucket.acl();
        if (acl.isUnknown()) {
            parts.unknown(acl, "canned ACL");
        } else if (acl.isSurely(known -> !known.equals("Private"))) {
            parts.missing("canned ACL " + Words.text(acl));
        }
        return parts.protection();
    }

    private static void block(PublicAccessBlock block, Parts parts) {
        Map<String, Value<Boolean>> settings = new LinkedHashMap<>();
        settings.put("BlockPublicAcls", block.blockPublicAcls());
        settings.put("BlockPublicPolicy", block.blockPublicPolicy());
        settings.put("IgnorePublicAcls", block.ignorePublicAcls());
        settings.put("RestrictPublicBuckets", block.restrictPublicBuckets());
        List<String> off = new ArrayList<>();
        Map<String, List<String>> unknown = new LinkedHashMap<>();
        settings.forEach((name, value) -> {
            if (value.isUnknown()) {
                unknown.computeIfAbsent(Words.unknown(value), reason -> new ArrayList<>())
                        .add(name);
            } else if (!value.isSurely(on -> on)) {
                off.add(name);
            }
        });
        if (off.isEmpty() && unknown.isEmpty()) {
            parts.holds("blocked, all four settings");
        }
        if (off.size() == settings.size()) {
            parts.missing("not blocked, all four settings off");
        } else if (!off.isEmpty()) {
            parts.missing("not fully blocked, off: " + Words.list(off));
        }
        unknown.forEach((reason, names) -> parts.unknown(reason, Words.list(names)));
    }

    private static void ownership(Value<String> ownership, Parts parts) {
        if (ownership.isUnknown()) {
            parts.unknown(ownership, "ACLs");
        } else if (ownership.isAbsent()) {
            parts.missing("ACLs not set");
        } else if (ownership.isSurely("BucketOwnerEnforced"::equals)) {
            parts.holds("ACLs off");
        } else {
            parts.missing("ACLs on (" + Words.text(ownership) + ")");
        }
    }
}

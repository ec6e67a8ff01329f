package io.github.secures3.analysis.report;

import java.util.List;
import java.util.Optional;

/**
 * Reads the default encryption of a bucket.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-s3-bucket-serversideencryptionrule.html">
 *     ServerSideEncryptionRule</a>
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_BlockedEncryptionTypes.html">BlockedEncryptionTypes</a>
 */
final class Encryption {
    private Encryption() {}

    static Protection of(Resource bucket, Template template) {
        Parts parts = new Parts(Protection.Topic.ENCRYPTION);
        Value rule = bucket.property("BucketEncryption")
                .get("ServerSideEncryptionConfiguration")
                .first();
        if (rule.isUnknown()) {
            return parts.unknown(rule, "").protection();
        }
        Value byDefault = rule.get("ServerSideEncryptionByDefault");
        Value algorithm = byDefault.get("SSEAlgorithm");
        String name = algorithm.text().orElse("");
        if (algorithm.isUnknown()) {
            parts.unknown(algorithm, "algorithm");
        } else if (algorithm.isAbsent()) {
            parts.missing("not set");
        } else if (name.equals("AES256")) {
            parts.holds("SSE-S3");
        } else if (name.equals("aws:kms") || name.equals("aws:kms:dsse")) {
            kms(name.equals("aws:kms") ? "SSE-KMS" : "DSSE-KMS", byDefault.get("KMSMasterKeyID"), template, parts);
        } else {
            parts.unknown(algorithm.misread(), "algorithm");
        }
        if (name.equals("aws:kms")) {
            bucketKey(rule.get("BucketKeyEnabled"), parts);
        }
        customerKeys(rule.get("BlockedEncryptionTypes").get("EncryptionType"), parts);
        return parts.protection();
    }

    private static void kms(String kind, Value keyId, Template template, Parts parts) {
        if (keyId.isAbsent()) {
            parts.holds(kind + ", AWS managed key aws/s3");
            return;
        }
        if (!keyId.isUnknown()) {
            parts.holds(kind + ", key " + keyId.text().orElse("unreadable"));
            return;
        }
        Optional<Resource> found = template.referenced(keyId.node());
        if (found.isEmpty()) {
            parts.add(Protection.State.UNKNOWN, kind + ", key " + keyId.unknown());
            return;
        }
        Resource key = found.get();
        String named = kind + ", key " + Words.printable(key.id());
        if (key.type().equals("AWS::KMS::Key")) {
            Value rotation = key.property("EnableKeyRotation");
            switch (rotation.flag()) {
                case HOLDS -> parts.holds(named + " (rotated)");
                case MISSING -> parts.missing(named + " (not rotated)");
                case UNKNOWN ->
                    parts.add(
                            Protection.State.UNKNOWN,
                            named + " (rotation " + rotation.misread().unknown() + ")");
            }
        } else if (key.type().equals("AWS::KMS::Alias")) {
            parts.holds(named + " (an alias)");
        } else if (key.type().equals("AWS::KMS::ReplicaKey")) {
            parts.holds(named + " (a replica)");
        } else {
            parts.add(Protection.State.UNKNOWN, kind + ", key " + keyId.unknown());
        }
    }

    private static void bucketKey(Value enabled, Parts parts) {
        switch (enabled.flag()) {
            case HOLDS -> parts.holds("S3 Bucket Key on");
            case MISSING -> parts.missing("S3 Bucket Key off");
            case UNKNOWN -> parts.unknown(enabled.misread(), "S3 Bucket Key");
        }
    }

    private static void customerKeys(Value blocked, Parts parts) {
        List<Value> types = blocked.items();
        Optional<Value> unknown = types.stream().filter(Value::isUnknown).findFirst();
        if (types.stream().anyMatch(type -> type.text().orElse("").equals("SSE-C"))) {
            parts.holds("SSE-C blocked");
        } else if (unknown.isPresent()) {
            parts.unknown(unknown.get(), "SSE-C");
        } else {
            parts.missing(types.isEmpty() ? "SSE-C not set" : "SSE-C allowed");
        }
    }
}

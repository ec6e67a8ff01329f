package io.github.secures3.analysis.report;

import io.github.secures3.analysis.model.Bucket;
import io.github.secures3.analysis.model.BucketEncryption;
import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.model.KmsAlias;
import io.github.secures3.analysis.model.KmsKey;
import io.github.secures3.analysis.model.Value;
import java.util.List;
import java.util.Optional;

/**
 * Tells how a bucket encrypts by default.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-s3-bucket-serversideencryptionrule.html">
 *     ServerSideEncryptionRule</a>
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_BlockedEncryptionTypes.html">BlockedEncryptionTypes</a>
 */
final class Encryption {

    private final Estate estate;
    private final Parts parts = new Parts(Protection.Topic.ENCRYPTION);

    private Encryption(Estate estate) {
        this.estate = estate;
    }

    static Protection of(Bucket bucket, Estate estate) {
        Encryption encryption = new Encryption(estate);
        Value<List<BucketEncryption>> rules = bucket.encryption();
        Optional<BucketEncryption> rule =
                rules.known().flatMap(all -> all.stream().findFirst());
        if (rules.isUnknown()) {
            encryption.parts.unknown(rules, "");
        } else if (rule.isPresent()) {
            encryption.rule(rule.get());
        } else {
            encryption.parts.missing("not set").missing("SSE-C not set");
        }
        return encryption.parts.protection();
    }

    private void rule(BucketEncryption rule) {
        Value<String> algorithm = rule.algorithm();
        String name = algorithm.known().orElse("");
        if (algorithm.isUnknown()) {
            parts.unknown(algorithm, "algorithm");
        } else if (algorithm.isAbsent()) {
            parts.missing("not set");
        } else if (name.equals("AES256")) {
            parts.holds("SSE-S3");
        } else if (name.equals("aws:kms") || name.equals("aws:kms:dsse")) {
            kms(name.equals("aws:kms") ? "SSE-KMS" : "DSSE-KMS", rule.key());
        } else {
            parts.unknown("unknown: S3 has no algorithm " + Words.printable(name), "algorithm");
        }
        if (name.equals("aws:kms")) {
            bucketKey(rule.bucketKey());
        }
        customerKeys(rule.blockedTypes());
    }

    private void kms(String kind, Value<String> id) {
        Optional<KmsKey> key = id.asText().flatMap(this::key);
        Optional<KmsAlias> alias = id.asText().flatMap(this::alias);
        if (id.isAbsent()) {
            parts.holds(kind + ", AWS managed key aws/s3");
        } else if (key.isPresent()) {
            key(kind, key.get());
        } else if (alias.isPresent()) {
            parts.holds(kind + ", key " + Words.id(alias.get()) + " (an alias)");
        } else if (id.isUnknown()) {
            parts.add(Protection.State.UNKNOWN, kind + ", key " + Words.unknown(id));
        } else {
            parts.holds(kind + ", key " + Words.text(id));
        }
    }

    private void key(String kind, KmsKey key) {
        String named = kind + ", key " + Words.id(key);
        Value<Boolean> rotation = key.rotation();
        if (key.element().type().equals("AWS::KMS::ReplicaKey")) {
            parts.holds(named + " (a replica)");
        } else if (rotation.isUnknown()) {
            parts.add(Protection.State.UNKNOWN, named + " (rotation " + Words.unknown(rotation) + ")");
        } else if (rotation.isSurely(on -> on)) {
            parts.holds(named + " (rotated)");
        } else {
            parts.missing(named + " (not rotated)");
        }
    }

    private Optional<KmsKey> key(String id) {
        return estate.all(KmsKey.class).stream()
                .filter(key ->
                        key.arn().equals(id) || key.id().asText().orElse("").equals(id))
                .findFirst();
    }

    private Optional<KmsAlias> alias(String name) {
        return estate.all(KmsAlias.class).stream()
                .filter(alias -> alias.name().asText().orElse("").equals(name))
                .findFirst();
    }

    private void bucketKey(Value<Boolean> enabled) {
        if (enabled.isUnknown()) {
            parts.unknown(enabled, "S3 Bucket Key");
        } else if (enabled.isSurely(on -> on)) {
            parts.holds("S3 Bucket Key on");
        } else {
            parts.missing("S3 Bucket Key off");
        }
    }

    private void customerKeys(Value<List<Value<String>>> blocked) {
        List<Value<String>> types = blocked.known().orElse(List.of());
        Optional<Value<String>> unknown =
                types.stream().filter(Value::isUnknown).findFirst();
        if (types.stream().anyMatch(type -> type.isSurely("SSE-C"::equals))) {
            parts.holds("SSE-C blocked");
        } else if (blocked.isUnknown()) {
            parts.unknown(blocked, "SSE-C");
        } else if (unknown.isPresent()) {
            parts.unknown(unknown.get(), "SSE-C");
        } else {
            parts.missing(types.isEmpty() ? "SSE-C not set" : "SSE-C allowed");
        }
    }
}

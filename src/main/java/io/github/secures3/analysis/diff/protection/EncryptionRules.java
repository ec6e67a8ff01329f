package io.github.secures3.analysis.diff.protection;

import io.github.secures3.analysis.model.Bucket;
import io.github.secures3.analysis.model.BucketEncryption;
import io.github.secures3.analysis.model.DirectoryBucket;
import io.github.secures3.analysis.model.Resource;
import io.github.secures3.analysis.model.TableBucket;
import io.github.secures3.analysis.model.Value;
import io.github.secures3.analysis.model.VectorBucket;
import java.util.List;

/** The default encryption of all kinds of buckets, in one form. */
final class EncryptionRules {

    private EncryptionRules() {}

    /** Whether it is a kind of bucket. */
    static boolean has(Resource resource) {
        return resource instanceof Bucket
                || resource instanceof DirectoryBucket
                || resource instanceof TableBucket
                || resource instanceof VectorBucket;
    }

    /** The rule; S3 takes one per bucket. */
    static Value<BucketEncryption> of(Resource resource) {
        if (resource instanceof Bucket bucket) {
            return first(bucket.encryption());
        } else if (resource instanceof DirectoryBucket bucket) {
            return first(bucket.encryption());
        } else if (resource instanceof TableBucket bucket) {
            return plain(resource, bucket.algorithm(), bucket.key());
        } else if (resource instanceof VectorBucket bucket) {
            return plain(resource, bucket.algorithm(), bucket.key());
        }
        return Value.absent();
    }

    static Value<String> algorithm(Resource resource) {
        return of(resource).part(BucketEncryption::algorithm);
    }

    /** Whether objects are surely encrypted with a KMS key, by default. */
    static boolean isKms(Resource resource) {
        return algorithm(resource).isSurely(algorithm -> algorithm.startsWith("aws:kms"));
    }

    private static Value<BucketEncryption> first(Value<List<BucketEncryption>> rules) {
        return rules.part(list -> list.isEmpty()
                ? Value.absent()
                : new Value.Known<>(list.get(0), rules.place().orElseThrow()));
    }

    private static Value<BucketEncryption> plain(Resource resource, Value<String> algorithm, Value<String> key) {
        return algorithm.isAbsent() && key.isAbsent()
                ? Value.absent()
                : new Value.Known<>(
                        new BucketEncryption(algorithm, key, Value.absent(), Value.absent()),
                        algorithm
                                .place()
                                .or(key::place)
                                .orElse(resource.element().at()));
    }
}

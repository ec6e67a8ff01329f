package io.github.secures3.analysis.prove;

import io.github.secures3.analysis.evaluate.Organization;
import io.github.secures3.analysis.model.Bucket;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What should hold for every bucket unless somebody says otherwise.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html">Security best practices for Amazon S3</a>
 * @since 0.1
 */
public final class StandardInvariants {

    private static final String LEAST_TLS_VERSION = "1.2";
    private static final String AWS_MANAGED_KEY = "alias/aws/s3";

    private StandardInvariants() {}

    /**
     * Those that fit a bucket: no plain HTTP, no TLS below 1.2, no anonymous access under this and under any bucket policy, nobody outside the
     * organization or, where none is known, outside the owner's account, no keys that callers provide, and, where the bucket's default is a customer
     * managed KMS key, no other key.
     *
     * @param bucket what is known about the bucket
     * @param organization the organization of its account, or null
     */
    public static List<Invariant> of(BucketFacts bucket, @Nullable Organization organization) {
        List<Invariant> all = new ArrayList<>(List.of(
                Invariants.noPlainHttp(),
                Invariants.noTlsBelow(LEAST_TLS_VERSION),
                Invariants.noAnonymousAccess(),
                Invariants.noAnonymousAccessEver(),
                organization == null
                        ? Invariants.nobodyOfAnotherAccount()
                        : Invariants.nobodyOutsideOrganization(organization.id()),
                Invariants.noCustomerProvidedKeys()));
        String key = bucket.keyArn();
        if (key != null && !key.endsWith(AWS_MANAGED_KEY)) {
            all.add(Invariants.noOtherKey(null));
        }
        return all;
    }

    /**
     * What comes of those that fit, bucket by bucket.
     *
     * @param organization the organization of the accounts, or null
     */
    public static List<Proof> prove(Prover prover, List<Bucket> buckets, @Nullable Organization organization) {
        List<Proof> proofs = new ArrayList<>();
        for (Bucket bucket : buckets) {
            proofs.addAll(Proof.of(prover, bucket, of(prover.factsOf(bucket), organization)));
        }
        return proofs;
    }
}

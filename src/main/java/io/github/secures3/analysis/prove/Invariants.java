package io.github.secures3.analysis.prove;

import io.github.secures3.analysis.evaluate.estate.EstateNames;
import io.github.secures3.policy.Actions;
import io.github.secures3.policy.Comparison;
import io.github.secures3.policy.Condition;
import io.github.secures3.policy.ConditionOperator;
import io.github.secures3.policy.Resources;
import io.github.secures3.policy.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The invariants that most buckets should have, by name.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html">Security best practices for Amazon S3</a>
 * @since 0.1
 */
public final class Invariants {

    private static final String SECURE_TRANSPORT = "aws:SecureTransport";
    private static final String IS_SERVICE = "aws:PrincipalIsAWSService";
    private static final String PRINCIPAL_ARN = "aws:PrincipalArn";
    private static final String SSE_C = "s3:x-amz-server-side-encryption-customer-algorithm";
    private static final String[] ALL = {"s3:*"};
    /** What hands out the data of objects: replication reads it for a bucket elsewhere. */
    private static final String[] READS = {
        "s3:GetObject",
        "s3:GetObjectVersion",
        "s3:GetObjectTorrent",
        "s3:GetObjectVersionTorrent",
        "s3:GetObjectVersionForReplication"
    };

    private static final String[] REPAIRS = {"s3:GetBucketPolicy", "s3:PutBucketPolicy", "s3:DeleteBucketPolicy"};
    /** What tells the keys of objects. */
    private static final String[] LISTED = {"s3:ListBucket", "s3:ListBucketVersions", "s3:ListBucketMultipartUploads"};

    private Invariants() {}

    /**
     * No request over plain HTTP is allowed, but for the root user's own repair of the bucket policy, which no policy can refuse.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html#transit">Enforce encryption of data in
     *     transit</a>
     */
    public static Invariant noPlainHttp() {
        return Invariant.never(
                "no-plain-http",
                "no request over plain HTTP is allowed",
                bucket -> everywhereButRoot(bucket, Condition.of(Comparison.BOOL, SECURE_TRANSPORT, "false")));
    }

    /**
     * No request over a TLS version below this one is allowed, but for the root user's own repair of the bucket policy.
     *
     * @param version {@code 1.1}, {@code 1.2} or {@code 1.3}
     * @throws IllegalArgumentException if it is another
     */
    public static Invariant noTlsBelow(String version) {
        if (!InvariantParameters.TLS_VERSIONS.contains(version)) {
            throw new IllegalArgumentException("no request over TLS below '" + version + "': write 1.1, 1.2 or 1.3");
        }
        return Invariant.never(
                "no-tls-below-" + version.replace('.', '-'),
                "no request over TLS below " + version + " is allowed",
                bucket -> everywhereButRoot(
                        bucket, Condition.of(Comparison.NUMERIC_LESS_THAN, "s3:TlsVersion", version)));
    }

    /**
     * No identity outside this organization can do anything; the owner's account and AWS services by themselves aside.
     *
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_data-perimeters.html">Data perimeters</a>
     */
    public static Invariant nobodyOutsideOrganization(String organizationId) {
        return Invariant.never(
                "nobody-outside-organization",
                "no principal outside the organization " + organizationId + " can do anything",
                bucket -> List.of(ofAnotherAccount(statement(ALL)
                        .everyone()
                        .when(Condition.of(Comparison.STRING_NOT_EQUALS, "aws:PrincipalOrgID", organizationId)))));
    }

    /**
     * No identity of another account than the owner's can do anything; AWS services by themselves aside.
     *
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_data-perimeters.html">Data perimeters</a>
     */
    public static Invariant nobodyOfAnotherAccount() {
        return Invariant.never(
                "nobody-of-another-account",
                "no principal of another account can do anything",
                bucket -> List.of(ofAnotherAccount(statement(ALL).everyone())));
    }

    /**
     * No caller without credentials can do anything.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html">Blocking public access</a>
     */
    public static Invariant noAnonymousAccess() {
        return Invariant.never(
                "no-anonymous-access", "no anonymous request is allowed", bucket -> List.of(anonymous()));
    }

    /** No caller without credentials could do anything under any bucket policy that somebody may write. */
    public static Invariant noAnonymousAccessEver() {
        return Invariant.never(
                        "no-anonymous-access-ever",
                        "no anonymous request is allowed, whatever the bucket policy says",
                        bucket -> List.of(anonymous()))
                .underAnyBucketPolicy();
    }

    /**
     * Nobody but these principals reads objects below a prefix; replication reads them as its role.
     *
     * @param prefix the beginning of the keys; empty for all
     * @param principalArns ARNs of roles and users, {@code *} and {@code ?} allowed
     */
    public static Invariant onlyReadBy(String prefix, List<String> principalArns) {
        return Invariant.never(
                "only-read-by",
                "nobody but " + String.join(", ", principalArns) + " reads " + objects(prefix),
                bucket -> List.of(statement(READS)
                        .everyone()
                        .resources(bucket.objects(prefix))
                        .when(Condition.of(Comparison.ARN_NOT_LIKE, PRINCIPAL_ARN, principalArns))
                        .build()));
    }

    /**
     * Objects are never read by these callers, not for replication either.
     *
     * @param names what names of roles and users stand for
     * @throws IllegalArgumentException if a name stands for nothing, or nobody is left
     */
    public static Invariant neverReadBy(Callers callers, EstateNames names) {
        List<List<Condition>> ways = callers.ways(names);
        return Invariant.never(
                "never-read-by",
                "objects are never read by " + callers.words(),
                bucket -> ways.stream()
                        .map(way -> {
                            Statement.Builder read = statement(READS).everyone().resources(bucket.objects(""));
                            way.forEach(read::when);
                            return read.build();
                        })
                        .toList());
    }

    /**
     * Nobody but these principals changes what protects the bucket and its objects, or deletes it; the root user's own repair of the bucket policy
     * aside.
     *
     * <p>Protections are the policies, ACLs and Block Public Access, and the tags on which policies decide; encryption, versioning, lock, retention and
     * legal holds; logging, notifications, lifecycle and replication; website and cross-origin rules. Who changes the policy of an access point cannot
     * be asked: where somebody else may, this is undecided.
     *
     * @param principalArns ARNs of roles and users, {@code *} and {@code ?} allowed
     * @see <a href="https://docs.aws.amazon.com/service-authorization/latest/reference/list_s3.html">Actions of Amazon S3</a>
     */
    public static Invariant protectionsChangedOnlyBy(List<String> principalArns) {
        return Invariant.never(
                        "protections-changed-only-by",
                        "nobody but " + String.join(", ", principalArns) + " changes the protections",
                        bucket -> Protections.changes(bucket, principalArns))
                .doubtedBy((bucket, scenes) -> scenes.administration().doubts(bucket, principalArns));
    }

    /**
     * Nothing is written under another KMS key than this one, or under another kind of encryption; uploads without headers get the bucket's
     * default. Where the bucket has no KMS key, every KMS key is another.
     *
     * @param keyArn the key, or null for that of the bucket's default encryption
     * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/specifying-kms-encryption.html">Specifying SSE-KMS</a>
     * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-config-for-kms-objects.html">Replicas and their keys</a>
     */
    public static Invariant noOtherKey(@Nullable String keyArn) {
        return Invariant.never(
                        "no-other-key",
                        "nothing is written under another key than the bucket's",
                        bucket -> Encryptions.underAnother(keyArn == null ? bucket.keyArn() : keyArn))
                .doubtedBy((bucket, scenes) -> keyArn == null ? Encryptions.doubts(bucket) : List.of());
    }

    /**
     * Nothing is written under a key that the caller provides and S3 forgets (SSE-C).
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/ServerSideEncryptionCustomerKeys.html">SSE-C</a>
     */
    public static Invariant noCustomerProvidedKeys() {
        return Invariant.never(
                "no-customer-provided-keys",
                "nothing is written under a key that the caller provides (SSE-C)",
                bucket -> List.of(statement("s3:PutObject", "s3:ReplicateObject")
                        .everyone()
                        .when(Condition.of(Comparison.NULL, SSE_C, "false"))
                        .build()));
    }

    /**
     * Nobody comes but through these VPC endpoints; AWS services, by themselves or on a caller's behalf, and the root user's own repair of the
     * bucket policy aside.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/example-bucket-policies-vpc-endpoint.html">VPC endpoints in bucket
     *     policies</a>
     */
    public static Invariant onlyThroughEndpoints(List<String> endpointIds) {
        return Invariant.never(
                "only-through-endpoints",
                "nothing outside the VPC endpoints " + String.join(", ", endpointIds) + " is allowed",
                bucket -> everywhereButRoot(
                        bucket,
                        Condition.of(Comparison.STRING_NOT_EQUALS, "aws:SourceVpce", endpointIds),
                        Condition.of(ConditionOperator.ifExists(Comparison.BOOL), IS_SERVICE, "false"),
                        Condition.of(ConditionOperator.ifExists(Comparison.BOOL), "aws:ViaAWSService", "false")));
    }

    /**
     * Nobody but these principals takes objects out of governance retention before its end, or lifts their legal holds. Undecided where the bucket
     * locks nothing.
     *
     * @param principalArns ARNs of roles and users, {@code *} and {@code ?} allowed; empty for nobody at all
     * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html">Retention modes and legal holds</a>
     */
    public static Invariant lockedObjectsAreKept(List<String> principalArns) {
        return Invariant.never(
                        "locked-objects-are-kept",
                        "objects under lock are not deleted before their time",
                        bucket -> bucket.mayLock() ? Locks.releases(principalArns) : List.of())
                .doubtedBy((bucket, scenes) -> Locks.doubts(bucket));
    }

    /**
     * The data of one tenant is out of reach for another, where a principal's tag tells the tenant.
     *
     * @param tag the tag of principals, such as {@code tenant}
     * @param tenant the other tenant, as the tag has it
     * @param prefix where the data of the one tenant lies
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/introduction_attribute-based-access-control.html">ABAC</a>
     */
    public static Invariant outOfReachFor(String tag, String tenant, String prefix) {
        return Invariant.never(
                "out-of-reach-for-" + tenant,
                objects(prefix) + " are out of reach for principals tagged " + tag + "=" + tenant,
                bucket -> List.of(statement(ALL)
                        .everyone()
                        .resources(bucket.objects(prefix))
                        .when(Condition.of(Comparison.STRING_EQUALS, "aws:PrincipalTag/" + tag, tenant))
                        .build()));
    }

    /**
     * An access point leads to the objects below a prefix alone, and lists the names of no others. What the bucket itself is like, such as its Region or
     * its cross-origin rules, it may tell.
     *
     * @param accessPointArn its ARN, {@code *} and {@code ?} allowed
     * @param prefix the beginning of the keys
     * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-service-api-support.html">Operations of access points</a>
     */
    public static Invariant accessPointReachesOnly(String accessPointArn, String prefix) {
        return Invariant.never(
                "access-point-reaches-only",
                "through " + accessPointArn + " nothing but " + objects(prefix) + " can be reached",
                bucket -> {
                    Condition through = Condition.of(Comparison.ARN_LIKE, "s3:DataAccessPointArn", accessPointArn);
                    List<Statement> reached = new ArrayList<>(List.of(statement(ALL)
                            .everyone()
                            .resources(Resources.allExcept(bucket.objects(prefix), bucket.arn()))
                            .when(through)
                            .build()));
                    if (!prefix.isEmpty()) {
                        reached.add(statement(LISTED)
                                .everyone()
                                .resources(bucket.arn())
                                .when(through)
                                .when(Condition.of(Comparison.STRING_NOT_LIKE, "s3:prefix", prefix + "*"))
                                .build());
                    }
                    return reached;
                });
    }

    /** All requests under the conditions, but for the root user's repair of the bucket policy, which no policy can refuse. */
    private static List<Statement> everywhereButRoot(BucketFacts bucket, Condition... conditions) {
        Statement.Builder others = Statement.deny("Objects").everyone().actions(Actions.allExcept(REPAIRS));
        Statement.Builder repairs = statement(REPAIRS).everyone();
        for (Condition condition : conditions) {
            others.when(condition);
            repairs.when(condition);
        }
        return List.of(
                others.build(),
                repairs.when(Condition.of(Comparison.ARN_NOT_LIKE, PRINCIPAL_ARN, Protections.rootOf(bucket)))
                        .build());
    }

    /** The same of identities of other accounts alone. */
    private static Statement ofAnotherAccount(Statement.Builder asked) {
        return asked.when(Condition.of(ConditionOperator.ifExists(Comparison.BOOL), IS_SERVICE, "false"))
                .when(Condition.of(Comparison.STRING_NOT_EQUALS, "aws:PrincipalAccount", "${aws:ResourceAccount}"))
                .build();
    }

    private static Statement anonymous() {
        return statement(ALL)
                .everyone()
                .when(Condition.of(Comparison.STRING_EQUALS, "aws:PrincipalAccount", "anonymous"))
                .build();
    }

    private static Statement.Builder statement(String... actions) {
        return Statement.deny("Asked").actions(actions);
    }

    private static String objects(String prefix) {
        return prefix.isEmpty() ? "objects" : "objects below " + prefix;
    }
}

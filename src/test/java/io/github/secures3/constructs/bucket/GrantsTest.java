package io.github.secures3.constructs.bucket;

import static io.github.secures3.agreement.TwoReadings.allowed;
import static io.github.secures3.agreement.TwoReadings.notAllowed;
import static io.github.secures3.constructs.bucket.Requests.BUCKET;
import static io.github.secures3.constructs.bucket.Requests.KEY;
import static io.github.secures3.constructs.bucket.Requests.OTHER_KEY;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.secures3.policy.PolicyDocument;
import io.github.secures3.requests.TestRequest;
import io.github.secures3.testing.Synthesized;
import io.github.secures3.testing.SynthesizedTemplate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.AccountPrincipal;
import software.amazon.awscdk.services.iam.AnyPrincipal;
import software.amazon.awscdk.services.iam.ArnPrincipal;
import software.amazon.awscdk.services.iam.CompositePrincipal;
import software.amazon.awscdk.services.iam.Grant;
import software.amazon.awscdk.services.iam.IGrantable;
import software.amazon.awscdk.services.iam.OrganizationPrincipal;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.iam.StarPrincipal;

/**
 * What grants let a role of the same account do, tried on each action of a list.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html">Permissions for S3 API
 *     operations</a>
 */
class GrantsTest {

    private static final String PREFIX = "team1/";

    private static final List<String> OBJECT_ACTIONS = List.of(
            "s3:GetObject",
            "s3:GetObjectVersion",
            "s3:GetObjectAcl",
            "s3:GetObjectTagging",
            "s3:PutObject",
            "s3:PutObjectAcl",
            "s3:PutObjectTagging",
            "s3:PutObjectRetention",
            "s3:PutObjectLegalHold",
            "s3:DeleteObject",
            "s3:DeleteObjectVersion",
            "s3:AbortMultipartUpload",
            "s3:ListMultipartUploadParts",
            "s3:RestoreObject",
            "s3:BypassGovernanceRetention",
            "s3:UpdateObjectEncryption");
    private static final List<String> BUCKET_ACTIONS = List.of(
            "s3:ListBucket",
            "s3:ListBucketVersions",
            "s3:ListBucketMultipartUploads",
            "s3:GetBucketPolicy",
            "s3:PutBucketPolicy",
            "s3:DeleteBucketPolicy",
            "s3:GetBucketAcl",
            "s3:PutBucketAcl",
            "s3:PutLifecycleConfiguration",
            "s3:PutEncryptionConfiguration",
            "s3:PutBucketVersioning",
            "s3:DeleteBucket");
    private static final List<String> KEY_ACTIONS = List.of(
            "kms:Decrypt",
            "kms:GenerateDataKey",
            "kms:Encrypt",
            "kms:DescribeKey",
            "kms:CreateGrant",
            "kms:PutKeyPolicy",
            "kms:ScheduleKeyDeletion");

    /**
     * One kind of grant.
     *
     * @param conditional actions that pass under a condition, looked at by a test of their own
     */
    record Kind(
            String method,
            Grants grants,
            Set<String> onObjects,
            Set<String> conditional,
            boolean lists,
            Set<String> onKey) {
        @Override
        public String toString() {
            return method;
        }
    }

    /** The two forms of a grant. */
    interface Grants {
        Grant give(SecureBucket bucket, IGrantable grantee, String prefix);
    }

    static Stream<Kind> kinds() {
        Set<String> parts = Set.of("s3:AbortMultipartUpload", "s3:ListMultipartUploadParts");
        Set<String> writeKey = Set.of("kms:Decrypt", "kms:GenerateDataKey");
        return Stream.of(
                new Kind(
                        "Read",
                        (bucket, who, prefix) ->
                                prefix.isEmpty() ? bucket.grantRead(who) : bucket.grantRead(who, prefix),
                        Set.of("s3:GetObject"),
                        Set.of(),
                        true,
                        Set.of("kms:Decrypt")),
                new Kind(
                        "Write",
                        (bucket, who, prefix) ->
                                prefix.isEmpty() ? bucket.grantWrite(who) : bucket.grantWrite(who, prefix),
                        union(parts, "s3:PutObject"),
                        Set.of(),
                        false,
                        writeKey),
                new Kind(
                        "AppendOnly",
                        (bucket, who, prefix) ->
                                prefix.isEmpty() ? bucket.grantAppendOnly(who) : bucket.grantAppendOnly(who, prefix),
                        parts,
                        Set.of("s3:PutObject"),
                        false,
                        writeKey),
                new Kind(
                        "Delete",
                        (bucket, who, prefix) ->
                                prefix.isEmpty() ? bucket.grantDelete(who) : bucket.grantDelete(who, prefix),
                        Set.of("s3:DeleteObject"),
                        Set.of(),
                        false,
                        Set.of()),
                new Kind(
                        "ReadWrite",
                        (bucket, who, prefix) ->
                                prefix.isEmpty() ? bucket.grantReadWrite(who) : bucket.grantReadWrite(who, prefix),
                        union(parts, "s3:PutObject", "s3:GetObject"),
                        Set.of(),
                        true,
                        writeKey));
    }

    /** One bucket and a role for each kind, with and without a prefix. */
    private static final SynthesizedTemplate TEMPLATE = Synthesized.storage(stack -> {
        SecureBucket bucket = new SecureBucket(stack, "Data");
        kinds().forEach(kind -> {
            kind.grants().give(bucket, role(stack, "All" + kind), "").assertSuccess();
            kind.grants().give(bucket, role(stack, "Team" + kind), PREFIX).assertSuccess();
        });
    });

    @ParameterizedTest
    @MethodSource("kinds")
    void lets_do_on_objects_what_it_names_and_nothing_else(Kind kind) {
        for (String action : OBJECT_ACTIONS) {
            if (!kind.conditional().contains(action)) {
                check(kind.onObjects().contains(action), TEMPLATE.rolePolicy("All" + kind), Requests.onObject(action));
                TestRequest own = Requests.onObject(action).to(BUCKET + "/team1/a.csv");
                PolicyDocument team = TEMPLATE.rolePolicy("Team" + kind);
                check(kind.onObjects().contains(action), team, own);
                for (String neighbour : List.of("team10/a.csv", "team1", "Team1/a.csv", "x/team1/a.csv", "a.csv")) {
                    notAllowed(team, own.to(BUCKET + "/" + neighbour));
                }
                notAllowed(team, own.to("arn:aws:s3:::data-2/team1/a.csv"));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void lets_do_nothing_on_the_bucket_but_list_it(Kind kind) {
        for (String action : BUCKET_ACTIONS) {
            boolean listing = kind.lists() && action.equals("s3:ListBucket");
            TestRequest request = Requests.onBucket(action);
            check(listing, TEMPLATE.rolePolicy("All" + kind), request);
            check(listing, TEMPLATE.rolePolicy("All" + kind), request.with("s3:prefix", "other/"));
            PolicyDocument team = TEMPLATE.rolePolicy("Team" + kind);
            check(listing, team, request.with("s3:prefix", "team1/"));
            check(listing, team, request.with("s3:prefix", "team1/2026/"));
            for (String neighbour : List.of("", "team", "team1", "team10/", "other/team1/")) {
                notAllowed(team, request.with("s3:prefix", neighbour));
            }
            notAllowed(team, request);
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void lets_use_the_key_through_s3_and_for_this_bucket_only(Kind kind) {
        for (String action : KEY_ACTIONS) {
            for (String role : List.of("All" + kind, "Team" + kind)) {
                PolicyDocument policy = TEMPLATE.rolePolicy(role);
                TestRequest request = TestRequest.byIdentity(Requests.ROLE, action, KEY)
                        .with("kms:ViaService", "s3.eu-west-1.amazonaws.com")
                        .with("kms:EncryptionContext:aws:s3:arn", BUCKET);
                boolean expected = kind.onKey().contains(action);
                check(expected, policy, request);
                check(expected, policy, request.with("kms:EncryptionContext:aws:s3:arn", BUCKET + "/team1/a.csv"));
                notAllowed(policy, request.without("kms:ViaService"));
                notAllowed(policy, request.with("kms:ViaService", "ec2.eu-west-1.amazonaws.com"));
                notAllowed(policy, request.with("kms:ViaService", "s3.us-east-1.amazonaws.com"));
                notAllowed(policy, request.without("kms:EncryptionContext:aws:s3:arn"));
                notAllowed(policy, request.with("kms:EncryptionContext:aws:s3:arn", BUCKET + "-2"));
                notAllowed(policy, request.to(OTHER_KEY));
            }
        }
    }

    /** https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes-enforce.html */
    @Test
    void append_only_creates_objects_where_none_is_and_uploads_parts() {
        TestRequest creation = Requests.onObject("s3:PutObject").with("s3:ObjectCreationOperation", "true");
        PolicyDocument all = TEMPLATE.rolePolicy("AllAppendOnly");
        notAllowed(all, creation);
        allowed(all, creation.with("s3:if-none-match", "*"));
        allowed(all, creation.with("s3:ObjectCreationOperation", "false"));
        PolicyDocument team = TEMPLATE.rolePolicy("TeamAppendOnly");
        TestRequest guarded = creation.with("s3:if-none-match", "*");
        allowed(team, guarded.to(BUCKET + "/team1/a.csv"));
        notAllowed(team, guarded.to(BUCKET + "/team10/a.csv"));
        notAllowed(team, creation.to(BUCKET + "/team10/a.csv").with("s3:ObjectCreationOperation", "false"));
    }

    @Test
    void no_grant_names_a_wildcard_or_an_acl() {
        Map<String, List<String>> actions = new TreeMap<>();
        TEMPLATE.resources("AWS::IAM::Policy")
                .forEach((id, policy) -> actions.put(
                        id,
                        policy.findValues("Action").stream()
                                .flatMap(node -> node.isArray()
                                        ? Stream.iterate(0, i -> i + 1)
                                                .limit(node.size())
                                                .map(i -> node.get(i))
                                        : Stream.of(node))
                                .map(node -> node.asText())
                                .toList()));
        assertThat(actions).hasSize(10);
        assertThat(actions.values())
                .allSatisfy(list -> assertThat(list)
                        .isNotEmpty()
                        .noneMatch(action -> action.contains("*") || action.contains("Acl")));
    }

    @Test
    void grants_within_the_account_leave_bucket_and_key_policy_alone() {
        SynthesizedTemplate plain = Synthesized.storage(stack -> new SecureBucket(stack, "Data"));
        assertThat(TEMPLATE.bucketPolicy("Data")).isEqualTo(plain.bucketPolicy("Data"));
        assertThat(TEMPLATE.keyPolicy("Data")).isEqualTo(plain.keyPolicy("Data"));
    }

    @Test
    void without_kms_a_grant_says_nothing_about_keys() {
        SynthesizedTemplate template = Synthesized.storage(stack -> SecureBucket.Builder.create(stack, "Data")
                .allowWithoutKms("open data")
                .build()
                .grantReadWrite(role(stack, "User")));
        assertThat(template.rolePolicy("User").toString()).doesNotContain("kms:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "team1",
                "/team1/",
                "/",
                "team*/",
                "te?m/",
                "${aws:username}/",
                "*",
                "${Token[TOKEN.1]}",
                "${Token[TOKEN.1]}*/"
            })
    void a_prefix_that_could_reach_further_is_refused(String prefix) {
        Stack stack = Synthesized.stack(Synthesized.app(), "Storage");
        SecureBucket bucket = new SecureBucket(stack, "Data");
        Role role = role(stack, "User");
        Refusals.refused(
                stack,
                () -> bucket.grantRead(role, prefix),
                "Storage/Data: prefix '" + prefix
                        + "' cannot be granted; use a folder such as reports/ that ends with a slash, does not start"
                        + " with one and holds no wildcard");
    }

    @Test
    void services_and_everyone_are_refused() {
        Stack stack = Synthesized.stack(Synthesized.app(), "Storage");
        SecureBucket bucket = new SecureBucket(stack, "Data");
        ServicePrincipal service = new ServicePrincipal("cloudfront.amazonaws.com");
        Map<String, Object> secure = Map.of("Bool", Map.of("aws:SecureTransport", "true"));
        for (IGrantable unbound : List.of(
                service,
                service.withConditions(secure),
                new CompositePrincipal(new AccountPrincipal("444455556666"), service))) {
            Refusals.refused(
                    stack,
                    () -> bucket.grantRead(unbound),
                    "Storage/Data: an AWS service cannot be granted access without saying for whom it acts; add a"
                            + " statement with aws:SourceArn and aws:SourceAccount conditions through"
                            + " addToResourcePolicy");
        }
        for (IGrantable everyone : List.of(
                new AnyPrincipal(),
                new StarPrincipal(),
                new ArnPrincipal("*"),
                new AnyPrincipal().withConditions(secure),
                new CompositePrincipal(new AccountPrincipal("444455556666"), new AnyPrincipal()))) {
            Refusals.refused(
                    stack,
                    () -> bucket.grantRead(everyone),
                    "Storage/Data: everyone cannot be granted access to a secure bucket; name roles, users or"
                            + " accounts");
        }
    }

    /** https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html */
    @Test
    void an_organization_and_a_service_that_says_for_whom_it_acts_are_granted_access() {
        PolicyDocument policy = Synthesized.storage(stack -> {
                    SecureBucket bucket = new SecureBucket(stack, "Data");
                    bucket.grantRead(new OrganizationPrincipal("o-exampleorgid"), "shared/");
                    bucket.grantRead(
                            new ServicePrincipal("cloudfront.amazonaws.com")
                                    .withConditions(
                                            Map.of("StringEquals", Map.of("aws:SourceAccount", "111122223333"))),
                            "site/");
                })
                .bucketPolicy("Data");
        TestRequest member = TestRequest.byIdentity(Requests.OTHER_ACCOUNT_ROLE, "s3:GetObject", BUCKET + "/shared/a")
                .with("aws:PrincipalOrgID", "o-exampleorgid");
        allowed(policy, member);
        notAllowed(policy, member.with("aws:PrincipalOrgID", "o-otherexample"));
        TestRequest site = TestRequest.byService("cloudfront.amazonaws.com", "s3:GetObject", BUCKET + "/site/a")
                .with("aws:SourceAccount", "111122223333");
        allowed(policy, site);
        notAllowed(policy, site.with("aws:SourceAccount", "444455556666"));
    }

    private static Role role(Stack stack, String id) {
        return Role.Builder.create(stack, id)
                .assumedBy(new ServicePrincipal("lambda.amazonaws.com"))
                .build();
    }

    private static Set<String> union(Set<String> some, String... more) {
        return Stream.concat(some.stream(), Stream.of(more)).collect(Collectors.toUnmodifiableSet());
    }

    private static void check(boolean isAllowed, PolicyDocument policy, TestRequest request) {
        if (isAllowed) {
            allowed(policy, request);
        } else {
            notAllowed(policy, request);
        }
    }
}

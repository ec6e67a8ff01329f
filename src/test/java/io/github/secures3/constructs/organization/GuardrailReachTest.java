package io.github.secures3.constructs.organization;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.secures3.analysis.evaluate.Decision;
import io.github.secures3.analysis.evaluate.Layer;
import io.github.secures3.analysis.evaluate.Organization;
import io.github.secures3.analysis.evaluate.Outcome;
import io.github.secures3.constructs.bucket.SecureBucket;
import io.github.secures3.policy.Comparison;
import io.github.secures3.policy.Condition;
import io.github.secures3.policy.Principal;
import io.github.secures3.policy.Principals;
import io.github.secures3.policy.Statement;
import io.github.secures3.policy.statements.PresignedRequestAge;
import io.github.secures3.policy.statements.ProtectBuckets;
import io.github.secures3.testing.Synthesized;
import io.github.secures3.testing.SynthesizedEstate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.ManagedPolicy;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;

/**
 * The guardrails of an organization around a bucket that is open to a partner and to services, as the read side sees both: what they take
 * away, and what goes on as before.
 *
 * <p>https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html and
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html
 */
class GuardrailReachTest {

    private static final String MEMBER = "111122223333";
    private static final Organization ORGANIZATION = Organization.of("o-exampleorgid", "123456789012", List.of(MEMBER));
    private static final SynthesizedEstate BEFORE = estate(false);
    private static final SynthesizedEstate AFTER = estate(true);

    private static SynthesizedEstate estate(boolean guarded) {
        App app = Synthesized.app();
        Stack stack = Synthesized.stack(app, "Storage", MEMBER, "eu-west-1");
        SecureBucket data = SecureBucket.Builder.create(stack, "Data")
                .bucketName("data")
                .allowTlsBelow12("an old partner")
                .allowSseC("the partner brings keys")
                .allowWithoutKms("so that the partner needs no key")
                .allowUploadsUnderOtherKeys("so that the partner chooses")
                .build();
        data.addToResourcePolicy(Statement.allow("Partner")
                .principals(Principals.of(Principal.aws("arn:aws:iam::444455556666:role/Partner")))
                .actions("s3:GetObject", "s3:PutObject")
                .resources(data.getBucketArn() + "/*")
                .build());
        data.addToResourcePolicy(Statement.allow("Trails")
                .principals(Principals.of(Principal.service("cloudtrail.amazonaws.com")))
                .actions("s3:PutObject")
                .resources(data.getBucketArn() + "/*")
                .when(Condition.of(Comparison.STRING_EQUALS, "aws:SourceAccount", MEMBER, "444455556666"))
                .build());
        for (String name : List.of("Administrator", "cdk-hnb659fds-cfn-exec-role-111122223333-eu-west-1")) {
            Role.Builder.create(stack, name)
                    .roleName(name)
                    .assumedBy(new ServicePrincipal("cloudformation.amazonaws.com"))
                    .managedPolicies(List.of(ManagedPolicy.Builder.create(stack, name + "Policy")
                            .statements(List.of(PolicyStatement.Builder.create()
                                    .actions(List.of("s3:*"))
                                    .resources(List.of("*"))
                                    .build()))
                            .build()))
                    .build();
        }
        if (guarded) {
            OrgGuardrailsTest.guardrails(GuardrailTemplate.stack(app))
                    .rollout(Rollout.to("r-ab12"))
                    .guardrail(new PresignedRequestAge(Duration.ofHours(1)))
                    .guardrail(new ProtectBuckets(List.of("arn:aws:s3:::audit"), List.of()))
                    .build();
        }
        return SynthesizedEstate.of(app).in(ORGANIZATION, "r-ab12");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        a role that changes versioning      | Administrator | s3:PutBucketVersioning        | data   | SCP |
        a role that opens to the public     | Administrator | s3:PutBucketPublicAccessBlock | data   | SCP |
        a role that weakens encryption      | Administrator | s3:PutEncryptionConfiguration | data   | SCP |
        a role that stops access logs       | Administrator | s3:PutBucketLogging           | data   | SCP |
        a role that stops replication       | Administrator | s3:PutReplicationConfiguration | data  | SCP |
        a role that lets objects expire     | Administrator | s3:PutLifecycleConfiguration  | data   | SCP |
        a role that goes round retention    | Administrator | s3:BypassGovernanceRetention  | data/a | SCP |
        plain TLS 1.1                       | Administrator | s3:GetObject                  | data/a | RCP | s3:TlsVersion=1.1
        an upload with SSE-C                | Administrator | s3:PutObject                  | data/a | RCP | s3:x-amz-server-side-encryption-customer-algorithm=AES256
        a presigned URL of yesterday        | Administrator | s3:GetObject                  | data/a | RCP | s3:authType=REST-QUERY-STRING s3:signatureAge=86400000
        CloudTrail for another organization | cloudtrail.amazonaws.com | s3:PutObject       | data/a | RCP | aws:SourceAccount=444455556666 aws:SourceOrgID=o-otherorgid00
        """)
    void guardrails_stop(
            String what, String caller, String action, String resource, Layer layer, @Nullable String context) {
        Decision before = BEFORE.decide(caller, action, resource, keys(context));
        Decision after = AFTER.decide(caller, action, resource, keys(context));

        assertThat(before.isAllowed()).as("%s before: %s", what, before).isTrue();
        assertThat(after.outcome()).as("%s after: %s", what, after).isEqualTo(Outcome.EXPLICITLY_DENIED);
        assertThat(after.layer(layer).orElseThrow().outcome()).isEqualTo(Outcome.EXPLICITLY_DENIED);
    }

    /** Its own account's policies are not in the templates, so before the guardrails the answer is open; with them it is not. */
    @ParameterizedTest
    @CsvSource({"s3:GetObject", "s3:PutObject"})
    void guardrails_stop_whom_a_bucket_policy_lets_in_from_outside(String action) {
        String partner = "arn:aws:iam::444455556666:role/Partner";

        assertThat(BEFORE.decide(partner, action, "data/a").outcome()).isEqualTo(Outcome.UNDECIDED);
        assertThat(AFTER.decide(partner, action, "data/a").outcome()).isEqualTo(Outcome.EXPLICITLY_DENIED);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        a deployment that sets versioning    | cdk-hnb659fds-cfn-exec-role-111122223333-eu-west-1 | s3:PutBucketVersioning | data |
        a deployment that blocks the public  | cdk-hnb659fds-cfn-exec-role-111122223333-eu-west-1 | s3:PutBucketPublicAccessBlock | data |
        a deployment that sets replication   | cdk-hnb659fds-cfn-exec-role-111122223333-eu-west-1 | s3:PutReplicationConfiguration | data |
        an upload without encryption headers | Administrator | s3:PutObject | data/a |
        an upload with an encryption header  | Administrator | s3:PutObject | data/a | s3:x-amz-server-side-encryption=AES256
        a read                               | Administrator | s3:GetObject | data/a |
        a read with a signed header          | Administrator | s3:GetObject | data/a | s3:authType=REST-HEADER s3:signatureAge=86400000
        a fresh presigned URL                | Administrator | s3:GetObject | data/a | s3:authType=REST-QUERY-STRING s3:signatureAge=60000
        a deletion by permission             | Administrator | s3:DeleteObject | data/a |
        a replica                            | Administrator | s3:ReplicateObject | data/a |
        CloudTrail for the organization      | cloudtrail.amazonaws.com | s3:PutObject | data/a | aws:SourceAccount=111122223333 aws:SourceOrgID=o-exampleorgid
        access logs                          | logging.s3.amazonaws.com | s3:PutObject | SecureS3AccessLogsBucket/access-logs/a | aws:SourceAccount=111122223333 aws:SourceOrgID=o-exampleorgid aws:SourceArn=arn:aws:s3:::data
        """)
    void the_neighbours_go_on_as_before(
            String what, String caller, String action, String resource, @Nullable String context) {
        Decision before = BEFORE.decide(caller, action, resource, keys(context));
        Decision after = AFTER.decide(caller, action, resource, keys(context));

        assertThat(before.isAllowed()).as("%s before: %s", what, before).isTrue();
        assertThat(after.isAllowed()).as("%s after: %s", what, after).isTrue();
    }

    private static Map<String, String> keys(@Nullable String context) {
        Map<String, String> keys = new TreeMap<>();
        if (context != null) {
            for (String pair : context.split(" ", -1)) {
                int equals = pair.indexOf('=');
                keys.put(pair.substring(0, equals), pair.substring(equals + 1));
            }
        }
        return keys;
    }
}

package com.example.guardrails;

import io.github.secures3.constructs.organization.OrgGuardrails;
import io.github.secures3.constructs.organization.Rollout;
import io.github.secures3.policy.statements.GuardrailExceptions;
import io.github.secures3.policy.statements.IdentityPerimeter;
import io.github.secures3.policy.statements.PresignedRequestAge;
import io.github.secures3.policy.statements.ProtectBuckets;
import io.github.secures3.policy.statements.ProtectRoles;
import io.github.secures3.policy.statements.ProtectTagKeys;
import java.time.Duration;
import java.util.List;
import software.amazon.awscdk.Stack;
import software.constructs.Construct;

/** The guardrails of an organization with one partner account; deployed in its management account or a delegated administrator's. */
final class GuardrailsStack extends Stack {

    private static final String ORGANIZATION = "o-exampleorgid";
    private static final String PARTNER = "444455556666";
    private static final String DEPLOYMENT = "arn:aws:iam::*:role/cdk-hnb659fds-cfn-exec-role-*";
    private static final String ACCOUNT_FACTORY = "arn:aws:iam::*:role/AccountFactory";

    private final OrgGuardrails guardrails;

    GuardrailsStack(Construct scope, String id) {
        super(scope, id);
        guardrails = OrgGuardrails.Builder.create(this, "Organization")
                .organizationId(ORGANIZATION)
                .rollout(Rollout.startingWith("sandbox", "ou-ab12-11111111")
                        .then("workloads", "ou-ab12-22222222", "ou-ab12-33333333")
                        .then("everything", "r-ab12")
                        .reaching("sandbox"))
                .deploymentRoles(List.of(DEPLOYMENT))
                .trustedAccounts(List.of(PARTNER))
                // Buckets with attribute-based access control and this tag take callers from anywhere.
                .guardrail(new IdentityPerimeter(
                        ORGANIZATION,
                        GuardrailExceptions.none().andAccounts(PARTNER).andResourcesTagged("perimeter", "open")))
                .guardrail(new ProtectTagKeys(List.of("perimeter", "team"), List.of(DEPLOYMENT)))
                .guardrail(new PresignedRequestAge(Duration.ofHours(1)))
                .guardrail(new ProtectBuckets(List.of("arn:aws:s3:::example-audit-trail"), List.of()))
                .guardrail(new ProtectRoles(List.of(DEPLOYMENT), List.of(ACCOUNT_FACTORY)))
                .build();
    }

    String report() {
        return guardrails.getReport();
    }
}

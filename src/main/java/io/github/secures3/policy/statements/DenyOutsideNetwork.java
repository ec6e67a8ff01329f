package io.github.secures3.policy.statements;

import io.github.secures3.policy.Comparison;
import io.github.secures3.policy.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Denies reading, writing, deleting and listing objects from outside the expected networks.
 *
 * <p>Lets pass, from any network:
 *
 * <ul>
 *   <li>AWS services under their own principal, so that log and inventory delivery live;
 *   <li>forward access sessions, where a service such as Athena passes on the caller's credentials;
 *   <li>service-linked roles;
 *   <li>the exempt principals of the perimeter, such as the replication role;
 *   <li>the configuration of the bucket: policies, lifecycle, encryption, deletion of the bucket. CloudFormation comes from AWS's network,
 *       often under a role of the customer, and a bucket that it cannot configure cannot be repaired either. Who may configure is a question
 *       for identity, service control and resource control policies.
 * </ul>
 *
 * <p>Breaks: the console and command line from elsewhere, Lambda functions outside a VPC, presigned URLs opened elsewhere, and service roles that
 * are not exempt. A person who may change the bucket policy can undo it from anywhere.
 *
 * @param perimeter the networks and the exempt principals
 * @see <a href="https://docs.aws.amazon.com/whitepapers/latest/building-a-data-perimeter-on-aws/perimeter-implementation.html">Building a data
 *     perimeter on AWS</a>
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access_forward_access_sessions.html">Forward access sessions</a>
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html">Global condition keys</a>
 * @since 0.1
 */
public record DenyOutsideNetwork(NetworkPerimeter perimeter) implements ProtectiveStatement {

    /** Checks that a perimeter is given. */
    public DenyOutsideNetwork {
        Objects.requireNonNull(perimeter, "perimeter");
    }

    @Override
    public Statement on(BucketScope bucket) {
        Statement.Builder statement =
                Statement.deny(sid()).everyone().actions(DataActions.ALL).resources(bucket.bucketAndObjects());
        // Each network is a condition of its own: the Deny holds only where the request fits none of them.
        if (!perimeter.cidrs().isEmpty()) {
            statement.when(ConditionKeys.ifExists(Comparison.NOT_IP_ADDRESS, "aws:SourceIp", perimeter.cidrs()));
        }
        if (!perimeter.vpcIds().isEmpty()) {
            statement.when(ConditionKeys.ifExists(Comparison.STRING_NOT_EQUALS, "aws:SourceVpc", perimeter.vpcIds()));
        }
        if (!perimeter.vpcEndpointIds().isEmpty()) {
            statement.when(
                    ConditionKeys.ifExists(Comparison.STRING_NOT_EQUALS, "aws:SourceVpce", perimeter.vpcEndpointIds()));
        }
        List<String> exempt = new ArrayList<>(perimeter.exemptPrincipalArns());
        exempt.add(ConditionKeys.SERVICE_LINKED_ROLES);
        return statement
                .when(ConditionKeys.noAwsService())
                .when(ConditionKeys.notViaAwsService())
                .when(ConditionKeys.ifExists(
                        Comparison.ARN_NOT_LIKE, ConditionKeys.PRINCIPAL_ARN, Identifiers.principalArns(exempt)))
                .build();
    }
}

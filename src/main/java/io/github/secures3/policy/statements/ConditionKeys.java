package io.github.secures3.policy.statements;

import io.github.secures3.policy.Comparison;
import io.github.secures3.policy.Condition;
import io.github.secures3.policy.ConditionOperator;
import java.util.List;

/** Condition keys that more than one statement tests, and the conditions on them that recur. */
final class ConditionKeys {

    static final String ACCESS_POINT_ACCOUNT = "s3:DataAccessPointAccount";
    static final String ACCESS_POINT_ARN = "s3:DataAccessPointArn";
    static final String ACCESS_POINT_ORIGIN = "s3:AccessPointNetworkOrigin";
    static final String PRINCIPAL_ARN = "aws:PrincipalArn";
    static final String SOURCE_ACCOUNT = "aws:SourceAccount";
    static final String SOURCE_ARN = "aws:SourceArn";
    static final String SSE = "s3:x-amz-server-side-encryption";
    static final String SSE_KMS_KEY_ID = "s3:x-amz-server-side-encryption-aws-kms-key-id";
    static final String TLS_VERSION = "s3:TlsVersion";

    /** The ARNs of service-linked roles: AWS reserves this path, in every account and partition. */
    static final String SERVICE_LINKED_ROLES = "arn:*:iam::*:role/aws-service-role/*";

    private ConditionKeys() {}

    /**
     * The caller is no AWS service acting under its own principal. Anonymous callers lack the key; {@code IfExists} keeps them under the Deny.
     *
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html">Global condition keys</a>
     */
    static Condition noAwsService() {
        return Condition.boolIfExists("aws:PrincipalIsAWSService", false);
    }

    /** The request is no forward access session: no AWS service passes on the credentials of its caller. */
    static Condition notViaAwsService() {
        return Condition.boolIfExists("aws:ViaAWSService", false);
    }

    static Condition ifExists(Comparison comparison, String key, List<String> values) {
        return Condition.of(ConditionOperator.ifExists(comparison), key, values);
    }
}

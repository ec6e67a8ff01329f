package io.github.secures3.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;

/** A template with many buckets, each with its policy, a role and what the role may do; a key for every ten. */
final class LargeTemplate {

    private static final int A_KEY_FOR = 10;
    private static final int A_CHANGE_EVERY = 10;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ObjectNode root = JSON.createObjectNode();
    private final ObjectNode resources = root.putObject("Resources");
    private final boolean changed;

    /**
     * A template.
     *
     * @param size how many resources it has
     * @param changed whether in every tenth bucket, policy and role something is another, and one bucket is new
     */
    LargeTemplate(int size, boolean changed) {
        this.changed = changed;
        resource("Logs", "AWS::S3::Bucket").put("BucketName", "amzn-s3-demo-logs");
        for (int unit = 0; resources.size() < size; unit++) {
            if (unit % A_KEY_FOR == 0) {
                key(unit);
            }
            bucket(unit);
            policy(unit);
            role(unit);
            rights(unit);
        }
        if (changed) {
            resource("Fresh", "AWS::S3::Bucket");
        }
    }

    void write(Path file) throws IOException {
        JSON.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), root);
    }

    private ObjectNode resource(String id, String type) {
        ObjectNode resource = resources.putObject(id);
        resource.put("Type", type).put("DeletionPolicy", "Retain").put("UpdateReplacePolicy", "Retain");
        return resource.putObject("Properties");
    }

    private boolean changes(int unit, int kind) {
        return changed && unit % A_CHANGE_EVERY == kind;
    }

    private void key(int unit) {
        ObjectNode key = resource("Key" + unit / A_KEY_FOR, "AWS::KMS::Key").put("EnableKeyRotation", true);
        ObjectNode administrators = statements(key.putObject("KeyPolicy")).addObject();
        administrators
                .put("Sid", "AllowAccountIdentities")
                .put("Effect", "Allow")
                .put("Action", "kms:*");
        administrators
                .put("Resource", "*")
                .putObject("Principal")
                .putObject("AWS")
                .put("Fn::Sub", "arn:${AWS::Partition}:iam::${AWS::AccountId}:root");
    }

    private void bucket(int unit) {
        ObjectNode bucket = resource("Data" + unit, "AWS::S3::Bucket");
        ObjectNode rule = bucket.putObject("BucketEncryption")
                .putArray("ServerSideEncryptionConfiguration")
                .addObject()
                .put("BucketKeyEnabled", true);
        rule.putObject("ServerSideEncryptionByDefault")
                .put("SSEAlgorithm", "aws:kms")
                .set("KMSMasterKeyID", attribute("Key" + unit / A_KEY_FOR));
        bucket.putObject("VersioningConfiguration").put("Status", changes(unit, 0) ? "Suspended" : "Enabled");
        bucket.putObject("LoggingConfiguration")
                .put("LogFilePrefix", "data-" + unit + "/")
                .putObject("DestinationBucketName")
                .put("Ref", "Logs");
        bucket.putObject("PublicAccessBlockConfiguration")
                .put("BlockPublicAcls", true)
                .put("BlockPublicPolicy", true)
                .put("IgnorePublicAcls", true)
                .put("RestrictPublicBuckets", true);
        ObjectNode lifecycle =
                bucket.putObject("LifecycleConfiguration").putArray("Rules").addObject();
        lifecycle
                .put("Status", "Enabled")
                .putObject("NoncurrentVersionExpiration")
                .put("NoncurrentDays", 90);
        lifecycle.putObject("AbortIncompleteMultipartUpload").put("DaysAfterInitiation", 7);
        ObjectNode tag = bucket.putArray("Tags").addObject();
        tag.put("Key", "team").put("Value", "team-" + unit % 7);
    }

    private void policy(int unit) {
        ObjectNode policy = resource("Policy" + unit, "AWS::S3::BucketPolicy");
        policy.putObject("Bucket").put("Ref", "Data" + unit);
        ArrayNode statements = statements(policy.putObject("PolicyDocument"));
        deny(statements, unit, "DenyInsecureTransport", "Bool", "aws:SecureTransport", "false");
        deny(statements, unit, "DenyOldTls", "NumericLessThan", "s3:TlsVersion", "1.2");
        deny(
                statements,
                unit,
                "DenyOutsideOrganization",
                "StringNotEqualsIfExists",
                "aws:PrincipalOrgID",
                "o-exampleorgid");
        ObjectNode partner = statements.addObject().put("Sid", "AllowPartner").put("Effect", "Allow");
        partner.putObject("Principal").put("AWS", "arn:aws:iam::444455556666:role/Partner" + unit % 5);
        partner.put("Action", "s3:GetObject");
        partner.set("Resource", objects(unit, changes(unit, 1) ? "/*" : "/shared/*"));
    }

    private static void deny(ArrayNode statements, int unit, String sid, String operator, String key, String value) {
        ObjectNode deny = statements.addObject().put("Sid", sid).put("Effect", "Deny");
        deny.put("Principal", "*").put("Action", "s3:*");
        deny.putArray("Resource").add(attribute("Data" + unit)).add(objects(unit, "/*"));
        deny.putObject("Condition").putObject(operator).put(key, value);
    }

    private void role(int unit) {
        ObjectNode role = resource("Role" + unit, "AWS::IAM::Role");
        ObjectNode trust =
                statements(role.putObject("AssumeRolePolicyDocument")).addObject();
        trust.put("Effect", "Allow").put("Action", "sts:AssumeRole");
        trust.putObject("Principal").put("Service", "lambda.amazonaws.com");
    }

    private void rights(int unit) {
        ObjectNode policy = resource("Rights" + unit, "AWS::IAM::Policy").put("PolicyName", "Rights" + unit);
        policy.putArray("Roles").addObject().put("Ref", "Role" + unit);
        ArrayNode statements = statements(policy.putObject("PolicyDocument"));
        ObjectNode read = statements.addObject().put("Effect", "Allow");
        read.putArray("Action").add("s3:GetObject").add(changes(unit, 2) ? "s3:PutObject" : "s3:GetObjectVersion");
        read.set("Resource", objects(unit, "/reports/*"));
        ObjectNode list = statements.addObject().put("Effect", "Allow").put("Action", "s3:ListBucket");
        list.set("Resource", attribute("Data" + unit));
        list.putObject("Condition").putObject("StringLike").put("s3:prefix", "reports/*");
        ObjectNode decrypt = statements.addObject().put("Effect", "Allow");
        decrypt.putArray("Action").add("kms:Decrypt").add("kms:GenerateDataKey");
        decrypt.set("Resource", attribute("Key" + unit / A_KEY_FOR));
    }

    private static ArrayNode statements(ObjectNode policy) {
        return policy.put("Version", "2012-10-17").putArray("Statement");
    }

    private static ObjectNode attribute(String id) {
        ObjectNode attribute = JSON.createObjectNode();
        attribute.putArray("Fn::GetAtt").add(id).add("Arn");
        return attribute;
    }

    private static ObjectNode objects(int unit, String suffix) {
        ObjectNode sub = JSON.createObjectNode();
        return sub.put("Fn::Sub", "${Data" + unit + ".Arn}" + suffix);
    }
}

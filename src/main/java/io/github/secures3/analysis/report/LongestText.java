package io.github.secures3.analysis.report;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * How many characters a reference in a policy may become at most, as far as the service's own limits say.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html">Bucket names: 63 characters</a>
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html">Role and user names: 64 characters</a>
 */
final class LongestText {
    /** Taken for what gives no hint, such as an import. */
    static final int UNKNOWN = 64;

    private static final int PARTITION = "aws-us-gov".length();
    private static final int REGION = "ap-southeast-1".length();
    private static final int ACCOUNT = "111122223333".length();
    private static final int BUCKET_NAME = 63;
    private static final int IAM_NAME = 64;
    private static final int KEY_ID = "mrk-".length() + 32;

    private LongestText() {}

    /** The characters of {@code {"Ref": name}}. */
    static int ofRef(String name, Template template) {
        Resource resource = template.resources().get(name);
        if (resource != null) {
            return switch (resource.type()) {
                case "AWS::S3::Bucket" -> BUCKET_NAME;
                case "AWS::KMS::Key" -> KEY_ID;
                default -> UNKNOWN;
            };
        }
        return switch (name) {
            case "AWS::AccountId" -> ACCOUNT;
            case "AWS::Partition" -> PARTITION;
            case "AWS::Region" -> REGION;
            case "AWS::URLSuffix" -> "amazonaws.com.cn".length();
            default -> ofParameter(template.root().path("Parameters").path(name));
        };
    }

    private static int ofParameter(JsonNode parameter) {
        int longest = parameter.path("Default").asText().length();
        for (JsonNode allowed : parameter.path("AllowedValues")) {
            longest = Math.max(longest, allowed.asText().length());
        }
        return parameter.has("AllowedValues") ? longest : Math.max(longest, UNKNOWN);
    }

    /** The attribute as {@code ["Id", "Arn"]} or {@code "Id.Arn"}. */
    static int ofAttribute(JsonNode attribute, Template template) {
        String id = new Intrinsic("Fn::GetAtt", attribute).dependsOn();
        Resource resource = template.resources().get(id);
        String type = resource == null ? "" : resource.type();
        return switch (type) {
            case "AWS::S3::Bucket" -> "arn::s3:::".length() + PARTITION + BUCKET_NAME;
            case "AWS::KMS::Key" -> "arn::kms:::key/".length() + PARTITION + REGION + ACCOUNT + KEY_ID;
            case "AWS::IAM::Role", "AWS::IAM::User" -> "arn::iam:::role/".length() + PARTITION + ACCOUNT + IAM_NAME;
            default -> 2 * UNKNOWN;
        };
    }
}

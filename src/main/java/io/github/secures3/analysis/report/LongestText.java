package io.github.secures3.analysis.report;

import io.github.secures3.policy.UnresolvedToken;
import java.util.Map;

/**
 * How long a text with markers can become, as far as the services' own limits say.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html">Bucket names: 63 characters</a>
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html">Role and user names: 64 characters</a>
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cfn-using-console-create-stack-parameters.html">Stack names:
 *     128 characters</a>
 */
final class LongestText {

    /** Names of roles and users, near enough those of buckets, and what gives no hint, such as a parameter. */
    private static final int UNKNOWN = 64;

    private static final int ARN = 128;
    private static final int STACK_NAME = 128;
    private static final int KEY_ID = "mrk-".length() + 32;
    private static final Map<String, Integer> PSEUDO_PARAMETERS = Map.of(
            "AWS::AccountId", "111122223333".length(),
            "AWS::Partition", "aws-us-gov".length(),
            "AWS::Region", "ap-southeast-1".length(),
            "AWS::StackName", STACK_NAME);

    private LongestText() {}

    /** The text with each marker replaced by as many characters as it can become. */
    static String of(String text) {
        StringBuilder out = new StringBuilder(UnresolvedToken.removeFrom(text));
        UnresolvedToken.namesIn(text).forEach(name -> out.append("x".repeat(ofMarker(name))));
        return out.toString();
    }

    private static int ofMarker(String name) {
        int dot = name.lastIndexOf('.');
        String label = name.substring(dot + 1);
        if (PSEUDO_PARAMETERS.containsKey(label)) {
            return PSEUDO_PARAMETERS.get(label);
        }
        if (name.startsWith("URLSuffix(")) {
            return "amazonaws.com.cn".length();
        }
        if (label.equals("KeyId")) {
            return KEY_ID;
        }
        return label.endsWith("Arn") || label.endsWith("ARN") ? ARN : UNKNOWN;
    }
}

package io.github.secures3.constructs.replication;

import java.util.regex.Pattern;
import software.amazon.awscdk.Aws;

/**
 * Where replicas come from, by names alone: neither the bucket nor the role needs to exist when a destination lets them in.
 *
 * @param account the account that owns the source bucket and the role, 12 digits
 * @param bucketName the name of the source bucket
 * @param roleName the name of the role that S3 replicates under
 * @since 0.1
 */
public record ReplicationSource(String account, String bucketName, String roleName) {

    private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");
    private static final Pattern ROLE_NAME = Pattern.compile("[A-Za-z0-9_+=,.@-]{1,64}");

    /**
     * Checks the names.
     *
     * @throws IllegalArgumentException if one has not the form that AWS documents
     */
    public ReplicationSource {
        check(ACCOUNT.matcher(account).matches(), account, "account id", "12 digits, such as 111122223333");
        check(
                BucketIdentity.isName(bucketName),
                bucketName,
                "bucket name",
                "the name itself, neither an ARN nor an access point alias");
        check(isRoleName(roleName), roleName, "role name", "1 to 64 letters, digits and _+=,.@- without a path");
    }

    /**
     * A source whose role has the name that {@link ReplicatedBucket} gives it by default.
     *
     * @throws IllegalArgumentException if a name has not the form that AWS documents
     */
    public static ReplicationSource of(String account, String bucketName) {
        return new ReplicationSource(account, bucketName, ReplicationNames.role(bucketName));
    }

    static boolean isRoleName(String name) {
        return ROLE_NAME.matcher(name).matches();
    }

    String roleArn() {
        return "arn:" + Aws.PARTITION + ":iam::" + account + ":role/" + roleName;
    }

    private static void check(boolean valid, String value, String what, String allowed) {
        if (!valid) {
            throw new IllegalArgumentException(
                    "'" + value + "' is no " + what + " of a replication source; write " + allowed);
        }
    }
}

package io.github.secures3.constructs.bucket;

import io.github.secures3.policy.UnresolvedToken;
import software.amazon.awscdk.Stack;
import software.constructs.Construct;

/**
 * Access logs and inventories are delivered within one Region and, as these constructs grant it, within one account.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/ServerLogs.html">Logging requests with server access logging</a>
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/storage-inventory.html">Amazon S3 Inventory</a>
 */
final class EnvironmentCheck {

    private EnvironmentCheck() {}

    static void sameEnvironment(ConfigurationCheck check, Construct scope, Construct destination, String what) {
        Stack here = Stack.of(scope);
        Stack there = Stack.of(destination);
        if (here.equals(there)) {
            return;
        }
        String region = there.getRegion();
        check.that(
                mayEqual(here.getRegion(), region),
                () -> what + " lies in " + region + ", this bucket in " + here.getRegion()
                        + "; S3 delivers within one Region, so choose a destination in " + here.getRegion());
        String account = there.getAccount();
        check.that(
                mayEqual(here.getAccount(), account),
                () -> what + " belongs to account " + account + ", this bucket to " + here.getAccount()
                        + "; choose a destination in the same account");
    }

    private static boolean mayEqual(String one, String other) {
        return one.equals(other) || UnresolvedToken.isIn(one) || UnresolvedToken.isIn(other);
    }
}

package io.github.secures3.constructs.accesspoint;

import io.github.secures3.policy.UnresolvedToken;
import java.util.regex.Pattern;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.Stack;

/**
 * Where access points live. What is known is written out, for a template with a join in each ARN is twice as long.
 *
 * @param partition the partition, or a token
 * @param region the Region, or a token
 * @param account the account that owns the points, or a token
 */
record PointEnvironment(String partition, String region, String account) {

    /** Regions of the partition {@code aws}; those of other partitions, and ones to come, are left to CloudFormation. */
    private static final Pattern COMMERCIAL =
            Pattern.compile("(af|ap|ca|eu|il|me|mx|sa|us)-(north|south|east|west|central|northeast|southeast)-[0-9]");

    static PointEnvironment of(Stack stack) {
        return of(stack.getRegion(), stack.getAccount());
    }

    static PointEnvironment of(String region, String account) {
        return new PointEnvironment(
                COMMERCIAL.matcher(region).matches() ? "aws" : Aws.PARTITION,
                UnresolvedToken.isIn(region) ? Aws.REGION : region,
                UnresolvedToken.isIn(account) ? Aws.ACCOUNT_ID : account);
    }

    String arn(String name) {
        return "arn:" + partition + ":s3:" + region + ":" + account + ":accesspoint/" + name;
    }

    /** Two accounts that are both unknown belong to the same environment-agnostic app. */
    static boolean same(String one, String another) {
        return one.equals(another) || (UnresolvedToken.isIn(one) && UnresolvedToken.isIn(another));
    }
}

package io.github.secures3.constructs.replication;

import io.github.secures3.constructs.bucket.SecureBucketProps;
import io.github.secures3.policy.UnresolvedToken;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.Stack;
import software.constructs.Construct;

/**
 * A bucket by what the other side must know of it, all literal.
 *
 * @param account the owner
 * @param region where it lies
 * @param name its physical name
 */
record BucketIdentity(String account, String region, String name) {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");

    /** Aliases of access points, Object Lambda access points and multi-Region access points can stand where bucket names do. */
    private static final List<String> ACCESS_POINT_SUFFIXES = List.of("-s3alias", "--ol-s3", ".mrap");

    static boolean isName(String text) {
        return NAME.matcher(text).matches() && ACCESS_POINT_SUFFIXES.stream().noneMatch(text::endsWith);
    }

    /** The bucket that these settings make in the scope's stack. */
    static BucketIdentity of(ReplicationCheck check, Construct scope, SecureBucketProps props) {
        Stack stack = Stack.of(scope);
        String account = stack.getAccount();
        String region = stack.getRegion();
        check.that(
                !UnresolvedToken.isIn(account) && !UnresolvedToken.isIn(region),
                () -> "the stack " + stack.getStackName()
                        + " has no account or Region of its own; replication names both on either side, so give the stack"
                        + " an environment, as in Environment.builder().account(\"111122223333\").region(\"eu-west-1\")");
        Optional<String> name = props.bucketName()
                .or(() ->
                        props.accountRegionalNamePrefix().map(prefix -> prefix + "-" + account + "-" + region + "-an"));
        check.that(
                name.filter(known -> !UnresolvedToken.isIn(known)).isPresent(),
                () ->
                        "the bucket has no name that is known now; the other side of a replication refers to it by name, so choose"
                                + " one with bucketName, a literal text");
        return new BucketIdentity(account, region, name.orElseThrow());
    }

    String arn() {
        return "arn:" + Aws.PARTITION + ":s3:::" + name;
    }

    /** The name under which S3 calls KMS in the bucket's Region. */
    String viaService() {
        return "s3." + region + "." + Aws.URL_SUFFIX;
    }
}

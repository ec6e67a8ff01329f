package io.github.secures3.analysis.template;

import java.util.List;
import java.util.Optional;

/**
 * The names of buckets in the account-regional namespace: prefix, account, Region and {@code an}.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/gpbucketnamespaces.html">Namespaces for general purpose buckets</a>
 */
final class BucketNamespace {

    private BucketNamespace() {}

    /** The name of a bucket that gives the prefix of its name alone. */
    static Optional<String> name(StackScope stack, Node.Mapping bucket) {
        Optional<String> prefix = ArnRules.property(stack, bucket, "BucketNamePrefix");
        boolean regional = ArnRules.property(stack, bucket, "BucketNamespace")
                .filter("account-regional"::equals)
                .isPresent();
        if (prefix.isEmpty() || !regional) {
            return Optional.empty();
        }
        Environment environment = stack.environment();
        List<String> parts = List.of(prefix.get(), "-", environment.account(), "-", environment.region(), "-an");
        return Optional.of(stack.resolver().text(stack.resolver().concatenate(bucket.place(), parts)));
    }
}

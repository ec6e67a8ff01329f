package io.github.secures3.constructs.bucket;

import io.github.secures3.policy.UnresolvedToken;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The rules for names of general purpose buckets.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html">General purpose bucket naming rules</a>
 */
final class BucketNames {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
    private static final Pattern PREFIX = Pattern.compile("[a-z0-9][a-z0-9-]{0,61}");
    private static final Pattern HYPHEN_AT_PERIOD = Pattern.compile("-\\.|\\.-");
    private static final Pattern ADDRESS = Pattern.compile("\\d+\\.\\d+\\.\\d+\\.\\d+");
    private static final List<String> RESERVED_PREFIXES = List.of("xn--", "sthree-", "amzn-s3-demo-");
    private static final List<String> RESERVED_SUFFIXES =
            List.of("-s3alias", "--ol-s3", ".mrap", "--x-s3", "--table-s3", "-an");

    private static final int LONGEST_NAME = 63;

    /** Bahrain and the United Arab Emirates have the global namespace alone. */
    private static final Set<String> WITHOUT_ACCOUNT_NAMESPACE = Set.of("me-central-1", "me-south-1");

    /** What S3 puts around the Region behind a prefix: hyphen, 12 digits, hyphen, and {@code -an}. */
    private static final int AROUND_REGION = 1 + 12 + 1 + 3;

    /** As long as {@code ap-southeast-1}; a stack that knows no Region may be deployed to any. */
    private static final int LONGEST_REGION = 14;

    private BucketNames() {}

    static void check(ConfigurationCheck check, @Nullable String name, @Nullable String accountRegionalPrefix) {
        check.that(
                name == null || accountRegionalPrefix == null,
                () -> "bucketName '" + name + "' and accountRegionalNamespace '" + accountRegionalPrefix
                        + "' are both set; a name in the account's namespace is made from the prefix, so leave bucketName out");
        if (name != null && !UnresolvedToken.isIn(name)) {
            checkName(check, name);
        }
        if (accountRegionalPrefix != null) {
            checkNamespace(check);
        }
        if (accountRegionalPrefix != null && !UnresolvedToken.isIn(accountRegionalPrefix)) {
            checkPrefix(check, accountRegionalPrefix);
        }
    }

    private static void checkName(ConfigurationCheck check, String name) {
        check.that(
                NAME.matcher(name).matches() && !name.contains(".."),
                () -> "bucket name '" + name + "' is not valid; use 3 to " + LONGEST_NAME
                        + " lower-case letters, digits, periods and hyphens, with a letter or digit at both ends and no two periods in a row");
        check.that(
                !HYPHEN_AT_PERIOD.matcher(name).find(),
                () -> "bucket name '" + name
                        + "' has a hyphen beside a period, which the CDK does not take; leave one of the two out");
        check.that(
                !ADDRESS.matcher(name).matches(),
                () -> "bucket name '" + name + "' looks like an IP address; choose another name");
        for (String prefix : RESERVED_PREFIXES) {
            check.that(
                    !name.startsWith(prefix),
                    () -> "bucket name '" + name + "' starts with '" + prefix
                            + "', which S3 reserves; choose another name");
        }
        for (String suffix : RESERVED_SUFFIXES) {
            check.that(
                    !name.endsWith(suffix),
                    () -> "bucket name '" + name + "' ends with '" + suffix
                            + "', which S3 reserves; choose another name");
        }
    }

    /** https://docs.aws.amazon.com/AmazonS3/latest/userguide/gpbucketnamespaces.html */
    private static void checkNamespace(ConfigurationCheck check) {
        String region = check.region().orElse("");
        check.that(
                !WITHOUT_ACCOUNT_NAMESPACE.contains(region),
                () -> "accountRegionalNamespace is set, but " + region
                        + " has no such namespace; leave it out, or choose another Region");
    }

    private static void checkPrefix(ConfigurationCheck check, String prefix) {
        int region = check.region().map(String::length).orElse(LONGEST_REGION);
        int longest = LONGEST_NAME - AROUND_REGION - region;
        check.that(
                PREFIX.matcher(prefix).matches() && prefix.length() <= longest,
                () -> "name prefix '" + prefix + "' is not valid; use 1 to " + longest
                        + " lower-case letters, digits and hyphens, starting with a letter or digit:"
                        + " S3 appends the account id, the Region and -an");
        for (String reserved : RESERVED_PREFIXES) {
            check.that(
                    !prefix.startsWith(reserved),
                    () -> "name prefix '" + prefix + "' starts with '" + reserved
                            + "', which S3 reserves; choose another");
        }
    }
}

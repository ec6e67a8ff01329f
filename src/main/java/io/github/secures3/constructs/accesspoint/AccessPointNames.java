package io.github.secures3.constructs.accesspoint;

import io.github.secures3.policy.UnresolvedToken;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The rules for names of access points, and for the names of the buckets that they can stand on.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-restrictions-limitations-naming-rules.html">Naming rules of
 *     access points</a>
 */
final class AccessPointNames {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{1,48}[a-z0-9]");
    private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
    private static final List<String> RESERVED = List.of("-s3alias", "--xa-s3");

    /** What the names of other things end with that can stand where a bucket is asked for. */
    private static final List<String> NO_BUCKETS =
            List.of("-s3alias", ".mrap", "--ol-s3", "--x-s3", "--xa-s3", "--table-s3");

    private AccessPointNames() {}

    static void check(Refusal refusal, String what, String name) {
        if (UnresolvedToken.isIn(name)) {
            return;
        }
        refusal.unless(
                NAME.matcher(name).matches(),
                () -> what + " name '" + Refusal.shown(name)
                        + "' is not valid; use 3 to 50 lower-case letters, digits and hyphens, with a letter or digit at both ends");
        for (String suffix : RESERVED) {
            refusal.unless(
                    !name.endsWith(suffix),
                    () -> what + " name '" + Refusal.shown(name) + "' ends with '" + suffix
                            + "', which S3 reserves; choose another name");
        }
    }

    static void checkBucket(Refusal refusal, String name) {
        if (UnresolvedToken.isIn(name)) {
            return;
        }
        for (String suffix : NO_BUCKETS) {
            refusal.unless(
                    !name.endsWith(suffix),
                    () -> "'" + name
                            + "' names an access point, a Multi-Region Access Point or a directory or table bucket; an access point stands on"
                            + " a general purpose bucket, so give the name of one");
        }
        refusal.unless(
                BUCKET.matcher(name).matches() && !name.contains(".."),
                () -> "bucket name '" + Refusal.shown(name)
                        + "' is not valid; use the name itself, no ARN or alias: 3 to 63 lower-case letters, digits, periods and hyphens");
    }

    /**
     * The name as CloudFormation can have it in a logical id: letters and digits alone, and different for different names. A hyphen becomes
     * the capital of the letter behind it, or {@code Z} where none follows or that letter is a z.
     */
    static String logicalId(String name) {
        StringBuilder id = new StringBuilder("AccessPoint");
        int at = 0;
        while (at < name.length()) {
            char next = name.charAt(at);
            if (next != '-') {
                id.append(at == 0 ? Character.toUpperCase(next) : next);
                at++;
                continue;
            }
            char behind = name.charAt(at + 1);
            boolean capital = behind >= 'a' && behind < 'z';
            id.append(capital ? Character.toUpperCase(behind) : 'Z');
            at += capital ? 2 : 1;
        }
        return id.toString();
    }
}

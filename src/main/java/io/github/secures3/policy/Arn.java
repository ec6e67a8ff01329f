package io.github.secures3.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An Amazon Resource Name taken apart at its first five colons.
 *
 * @param partition {@code aws}, {@code aws-cn}, {@code aws-us-gov}, ...
 * @param service the service namespace, such as {@code s3}
 * @param region the Region, empty for buckets and IAM
 * @param account the account id, empty for buckets
 * @param resource the rest, colons and slashes included
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html">Amazon Resource Names</a>
 * @since 0.1
 */
public record Arn(String partition, String service, String region, String account, String resource) {

    private static final int SEGMENTS = 6;

    /**
     * Takes an ARN apart; wildcards in it stay as they are.
     *
     * @throws IllegalArgumentException if the text is no ARN, or is a CDK token and so not known to be one
     */
    public static Arn parse(String text) {
        return find(text)
                .orElseThrow(
                        () -> new IllegalArgumentException(
                                "'" + text
                                        + "' is no ARN; write arn:partition:service:region:account:resource, such as arn:aws:s3:::bucket"));
    }

    /** Takes an ARN apart, or is empty where the text is none; colons inside the markers of unknown values part nothing. */
    public static Optional<Arn> find(String text) {
        List<String> segments = new ArrayList<>();
        int start = 0;
        int at = 0;
        while (at < text.length() && segments.size() < SEGMENTS - 1) {
            int endOfToken = UnresolvedToken.endOfTokenAt(text, at);
            if (endOfToken >= 0) {
                at = endOfToken;
            } else {
                if (text.charAt(at) == ':') {
                    segments.add(text.substring(start, at));
                    start = at + 1;
                }
                at++;
            }
        }
        String rest = text.substring(start);
        if (segments.size() < SEGMENTS - 1 || !segments.get(0).equals("arn") || rest.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Arn(segments.get(1), segments.get(2), segments.get(3), segments.get(4), rest));
    }

    /** The bucket of this name in the given partition. */
    public static Arn bucket(String partition, String name) {
        return new Arn(partition, "s3", "", "", name);
    }

    /** The ARN as text. */
    public String text() {
        return String.join(":", "arn", partition, service, region, account, resource);
    }
}

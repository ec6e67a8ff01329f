package io.github.secures3.policy;

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
                .orElseThrow(() -> new IllegalArgumentException("'" + text
                        + "' is no ARN; write arn:partition:service:region:account:resource, such as"
                        + " arn:aws:s3:::bucket"));
    }

    /** Takes an ARN apart, or is empty where the text is none; colons inside the markers of unknown values part nothing. */
    public static Optional<Arn> find(String text) {
        if (!text.startsWith("arn:")) {
            return Optional.empty();
        }
        boolean markers = UnresolvedToken.isIn(text);
        int[] colons = new int[SEGMENTS - 1];
        int at = -1;
        for (int segment = 0; segment < colons.length; segment++) {
            at = colonFrom(text, at + 1, markers);
            if (at < 0) {
                return Optional.empty();
            }
            colons[segment] = at;
        }
        String resource = text.substring(at + 1);
        return resource.isEmpty()
                ? Optional.empty()
                : Optional.of(new Arn(
                        text.substring(colons[0] + 1, colons[1]),
                        text.substring(colons[1] + 1, colons[2]),
                        text.substring(colons[2] + 1, colons[3]),
                        text.substring(colons[3] + 1, colons[4]),
                        resource));
    }

    private static int colonFrom(String text, int from, boolean markers) {
        if (!markers) {
            return text.indexOf(':', from);
        }
        int at = from;
        while (at < text.length() && text.charAt(at) != ':') {
            at = Math.max(UnresolvedToken.endOfTokenAt(text, at), at + 1);
        }
        return at < text.length() ? at : -1;
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

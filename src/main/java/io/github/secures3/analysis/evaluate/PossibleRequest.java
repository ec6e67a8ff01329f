package io.github.secures3.analysis.evaluate;

import io.github.secures3.policy.Arn;
import io.github.secures3.policy.UnresolvedToken;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Refuses requests that nobody can make, so that a slip of the pen gets no answer that looks like one.
 *
 * <p>An asterisk in the key of an object is a character of the key.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html">Availability of global condition
 *     keys</a>
 * @since 0.1
 */
public final class PossibleRequest {

    private static final String ALL_BUCKETS = ":s3:::*";
    private static final Key PRINCIPAL_ARN = Key.of("aws:PrincipalArn");
    private static final Key PRINCIPAL_ACCOUNT = Key.of("aws:PrincipalAccount");
    private static final Key ENCRYPTION = Key.of(RequestedEncryption.HEADER);
    private static final Key SOURCE_IP = Key.of("aws:SourceIp");
    private static final List<Key> OF_ENDPOINTS =
            List.of(Key.of("aws:SourceVpc"), Key.of("aws:SourceVpce"), Key.of("aws:VpcSourceIp"));

    private PossibleRequest() {}

    /**
     * Checks the request.
     *
     * @throws IllegalArgumentException if its action does not exist, or does not work on its resource, or its context contradicts itself or the
     *     principal
     */
    public static void require(AccessRequest request) {
        RequestedAction.of(request.action()).requireWorksOn(request.resource());
        if (request.context().isEmpty()) {
            return;
        }
        requireOwnPrincipal(request);
        requireOneWay(request);
        requireKnownEncryption(request);
    }

    /**
     * The ARN that policies see of a request for no single resource: those about all buckets reach it, too.
     *
     * @param resource what the request names, such as {@code *}
     * @param action its action
     * @param partition the partition of the caller
     */
    public static String seenResource(String resource, String action, String partition) {
        boolean ofS3 = action.regionMatches(true, 0, "s3:", 0, 3);
        return resource.equals("*") && ofS3 ? "arn:" + partition + ALL_BUCKETS : resource;
    }

    /** Whether a request names no single bucket. */
    static boolean isAboutAllBuckets(String resource) {
        return resource.endsWith(ALL_BUCKETS);
    }

    private static void requireOwnPrincipal(AccessRequest request) {
        RequestPrincipal principal = request.principal();
        for (String arn : values(request, PRINCIPAL_ARN)) {
            if (!isArnOf(principal, arn)) {
                throw contradiction(PRINCIPAL_ARN, arn, principal, principal.principalArn());
            }
        }
        List<String> accounts = values(request, PRINCIPAL_ACCOUNT);
        if (accounts.isEmpty()) {
            return;
        }
        boolean anonymous = principal.kind() == RequestPrincipal.Kind.ANONYMOUS;
        Optional<String> own = anonymous ? Optional.of("anonymous") : Optional.ofNullable(principal.account());
        for (String account : accounts) {
            if (!isUnknown(account, own) && !own.equals(Optional.of(account))) {
                throw contradiction(PRINCIPAL_ACCOUNT, account, principal, own);
            }
        }
    }

    /** The ARN of a session does not tell the path of its role. */
    private static boolean isArnOf(RequestPrincipal principal, String given) {
        Optional<String> own = principal.principalArn();
        if (isUnknown(given, own) || own.equals(Optional.of(given))) {
            return true;
        }
        boolean pathOpen = principal.kind() == RequestPrincipal.Kind.ROLE_SESSION && principal.session() != null;
        return pathOpen
                && Arn.find(given)
                        .filter(arn -> arn.service().equals("iam")
                                && arn.account().equals(principal.account())
                                && arn.resource().startsWith("role/")
                                && arn.resource().endsWith("/" + principal.name()))
                        .isPresent();
    }

    private static boolean isUnknown(String given, Optional<String> own) {
        return UnresolvedToken.isIn(given) || own.filter(UnresolvedToken::isIn).isPresent();
    }

    private static IllegalArgumentException contradiction(
            Key key, String given, RequestPrincipal principal, Optional<String> own) {
        return new IllegalArgumentException("the context says " + key + " is '" + given + "', but the principal '"
                + principal.text() + "' "
                + own.map(value -> "has '" + value + "'").orElse("has none")
                + "; leave the key out, as it follows from the principal");
    }

    private static void requireOneWay(AccessRequest request) {
        List<String> addresses = values(request, SOURCE_IP);
        for (Key key : addresses.isEmpty() ? List.<Key>of() : OF_ENDPOINTS) {
            List<String> found = values(request, key);
            if (!found.isEmpty()) {
                throw new IllegalArgumentException("the context has " + key + " '" + found.get(0) + "' and " + SOURCE_IP
                        + " '" + addresses.get(0)
                        + "', but requests through a VPC endpoint carry no " + SOURCE_IP + "; leave one of them out");
            }
        }
    }

    private static void requireKnownEncryption(AccessRequest request) {
        for (String algorithm : values(request, ENCRYPTION)) {
            if (!RequestedEncryption.ALGORITHMS.contains(algorithm)) {
                throw new IllegalArgumentException("the context says " + ENCRYPTION + " is '" + algorithm
                        + "', which S3 does not have; choose one of " + RequestedEncryption.choices());
            }
        }
    }

    private static List<String> values(AccessRequest request, Key key) {
        return request.context().getOrDefault(key.inLowerCase(), List.of());
    }

    /** A context key in AWS's spelling and as requests hold it. */
    private record Key(String spelled, String inLowerCase) {

        static Key of(String spelled) {
            return new Key(spelled, spelled.toLowerCase(Locale.ROOT));
        }

        @Override
        public String toString() {
            return spelled;
        }
    }
}

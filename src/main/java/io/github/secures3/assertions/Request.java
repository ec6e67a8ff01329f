package io.github.secures3.assertions;

import io.github.secures3.policy.catalog.ActionDefinition;
import io.github.secures3.policy.catalog.KeySpelling;
import io.github.secures3.policy.catalog.ServiceCatalog;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A request to a bucket, or to an object in it.
 *
 * <p>Unless it says otherwise, it is one that a current SDK makes: over HTTPS with TLS 1.3, signed in its header, by the caller itself, without optional
 * headers such as a choice of encryption. What such a request does not fix, such as its network, is left open.
 *
 * @since 0.1
 */
public final class Request {

    private static final String ANONYMOUS = "anonymous";
    private static final String BUCKET = "bucket";
    private static final String OBJECT = "object";
    private static final String SECURE_TRANSPORT = "aws:SecureTransport";
    private static final String TLS_VERSION = "s3:TlsVersion";
    private static final List<String> TLS_VERSIONS = List.of("1.0", "1.1", "1.2", "1.3");

    private final String action;
    private final String key;
    private final @Nullable String caller;
    private final @Nullable String accessPoint;
    private final @Nullable String endpoint;
    private final Map<String, List<String>> context;

    private Request(
            String action,
            String key,
            @Nullable String caller,
            @Nullable String accessPoint,
            @Nullable String endpoint,
            Map<String, List<String>> context) {
        this.action = action;
        this.key = key;
        this.caller = caller;
        this.accessPoint = accessPoint;
        this.endpoint = endpoint;
        this.context = context;
    }

    /** A request for the bucket itself, until {@link #on} names an object. */
    static Request of(String action) {
        String name = action.startsWith("s3:") ? action.substring("s3:".length()) : "";
        Optional<ActionDefinition> definition = ServiceCatalog.s3().action(name);
        if (definition.isEmpty()) {
            List<String> close = ServiceCatalog.s3().suggest(action);
            throw new IllegalArgumentException("'" + action + "' is no action of Amazon S3; "
                    + (close.isEmpty()
                            ? "write one such as s3:GetObject"
                            : "write s3:" + String.join(" or s3:", close)));
        }
        return new Request(definition.get().text(), "", null, null, null, new TreeMap<>(String.CASE_INSENSITIVE_ORDER));
    }

    /** The same for the object with this key. It is one key and no pattern: an asterisk is a character of it. */
    public Request on(String objectKey) {
        return new Request(
                action, Objects.requireNonNull(objectKey, "objectKey"), caller, accessPoint, endpoint, context);
    }

    /**
     * The same by this caller: a role or user of the templates by logical id (or its unique beginning), construct path or name; or an ARN, an account id,
     * a service name such as {@code logging.s3.amazonaws.com} or {@code anonymous}. An account id means the root user of the account.
     *
     * @throws IllegalArgumentException if it has a wildcard: a request is made by one caller
     */
    public Request by(String who) {
        if (who.indexOf('*') >= 0 || who.indexOf('?') >= 0) {
            throw new IllegalArgumentException("'" + who + "' has a wildcard, but a request is made by one caller; name"
                    + " one, or ask about all with isNeverReadableBy(anyoneOf(\"" + who + "\"))");
        }
        return new Request(action, key, who, accessPoint, endpoint, context);
    }

    /** The same by somebody without credentials. */
    public Request byAnonymous() {
        return by(ANONYMOUS);
    }

    /** The same through this access point, by logical id, construct path or name. */
    public Request through(String point) {
        return new Request(action, key, caller, Objects.requireNonNull(point, "point"), endpoint, context);
    }

    /** The same through this VPC endpoint, by logical id or id; {@code open} is one that has AWS's default policy. */
    public Request throughEndpoint(String vpcEndpoint) {
        return new Request(
                action, key, caller, accessPoint, Objects.requireNonNull(vpcEndpoint, "vpcEndpoint"), context);
    }

    /**
     * The same from this address on the public network.
     *
     * @throws IllegalArgumentException if it is no IPv4 or IPv6 address
     */
    public Request from(String address) {
        return with("aws:SourceIp", address)
                .without("aws:SourceVpc")
                .without("aws:SourceVpce")
                .without("aws:VpcSourceIp");
    }

    /** The same over plain HTTP. */
    public Request overPlainHttp() {
        return with(SECURE_TRANSPORT, "false").without(TLS_VERSION);
    }

    /**
     * The same over this version of TLS: {@code 1.0}, {@code 1.1}, {@code 1.2} or {@code 1.3}.
     *
     * @throws IllegalArgumentException if it is another
     */
    public Request overTls(String version) {
        if (!TLS_VERSIONS.contains(version)) {
            throw new IllegalArgumentException(
                    "TLS has no version '" + version + "'; write one of " + String.join(", ", TLS_VERSIONS));
        }
        return with(SECURE_TRANSPORT, "true").with(TLS_VERSION, version);
    }

    /**
     * The same with a context key.
     *
     * @param contextKey its name, in any case
     * @param values its value, or several
     * @throws IllegalArgumentException if there is no such key, or no value, or one that the key never has, or several for one that has one
     */
    public Request with(String contextKey, String... values) {
        if (values.length == 0) {
            throw new IllegalArgumentException(
                    "no value is given for " + contextKey + "; give one, or say without(\"" + contextKey + "\")");
        }
        Request keyed = keyed(contextKey, List.of(values));
        ContextValueCheck.require(contextKey, List.of(values));
        return keyed;
    }

    /**
     * The same without a context key, which then counts as absent and not as unknown.
     *
     * @throws IllegalArgumentException if there is no such key
     */
    public Request without(String contextKey) {
        return keyed(contextKey, List.of());
    }

    private Request keyed(String contextKey, List<String> values) {
        if (KeySpelling.isUnknown(contextKey)) {
            List<String> close = KeySpelling.closestTo(contextKey);
            throw new IllegalArgumentException("no condition key is called '" + contextKey + "'; "
                    + (close.isEmpty() ? "write one such as aws:SourceIp" : "write " + String.join(" or ", close)));
        }
        Map<String, List<String>> more = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        more.putAll(context);
        more.put(contextKey, values);
        return new Request(action, key, caller, accessPoint, endpoint, more);
    }

    String action() {
        return action;
    }

    String key() {
        return key;
    }

    /**
     * Who asks.
     *
     * @throws IllegalArgumentException if nobody does, or the action does not work on what is asked for
     */
    String caller() {
        if (caller == null) {
            throw new IllegalArgumentException(
                    "nobody makes the request " + this + "; say who with by(\"Reader\") or byAnonymous()");
        }
        requireTarget();
        return caller;
    }

    private void requireTarget() {
        List<String> targets = ServiceCatalog.s3().action(action).orElseThrow().resources().stream()
                .map(ActionDefinition.Target::resourceType)
                .toList();
        if (targets.contains(key.isEmpty() ? BUCKET : OBJECT)) {
            return;
        }
        String problem = action + " works neither on a bucket nor on objects; ask about another action";
        if (targets.contains(OBJECT)) {
            problem = action + " works on objects; name one with on(\"reports/1.csv\")";
        } else if (targets.contains(BUCKET)) {
            problem = action + " does not work on objects; leave on(\"" + key + "\") out";
        }
        throw new IllegalArgumentException(problem);
    }

    boolean isSigned() {
        return !ANONYMOUS.equals(caller);
    }

    @Nullable
    String accessPoint() {
        return accessPoint;
    }

    @Nullable
    String endpoint() {
        return endpoint;
    }

    Map<String, List<String>> context() {
        return context;
    }

    @Override
    public String toString() {
        List<String> words = new ArrayList<>(List.of(action));
        words.addAll(key.isEmpty() ? List.of() : List.of("on", key));
        words.addAll(caller == null ? List.of() : List.of("by", caller));
        words.addAll(accessPoint == null ? List.of() : List.of("through", accessPoint));
        words.addAll(endpoint == null ? List.of() : List.of("through", endpoint));
        String joint = "with";
        for (Map.Entry<String, List<String>> each : context.entrySet()) {
            boolean absent = each.getValue().isEmpty();
            words.addAll(Arrays.asList(
                    joint, absent ? "no " + each.getKey() : each.getKey() + "=" + String.join(",", each.getValue())));
            joint = "and";
        }
        return String.join(" ", words);
    }
}

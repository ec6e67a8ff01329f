package io.github.secures3.requests;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * One request, just as a policy sees it. A condition key that is not given is absent; names of keys are kept in lower case.
 *
 * @param principal an ARN, a service name such as {@code logging.s3.amazonaws.com}, or {@link #ANONYMOUS}
 * @param action such as {@code s3:GetObject}
 * @param resource the ARN that the action is about
 * @param context the condition keys with their values
 */
public record TestRequest(String principal, String action, String resource, Map<String, List<String>> context) {

    /** The principal of a request that nobody signed. */
    public static final String ANONYMOUS = "anonymous";

    /** Keeps the names of the keys in lower case. */
    public TestRequest {
        Map<String, List<String>> lowerCase = new TreeMap<>();
        context.forEach((key, values) -> lowerCase.put(key.toLowerCase(Locale.ROOT), List.copyOf(values)));
        context = Map.copyOf(lowerCase);
    }

    /** A role or user with the keys that AWS always fills for one, over HTTPS. */
    public static TestRequest byIdentity(String arn, String action, String resource) {
        return over(arn, action, resource)
                .with("aws:PrincipalArn", arn)
                .with("aws:PrincipalAccount", arn.split(":", 6)[4])
                .with("aws:PrincipalIsAWSService", "false")
                .with("aws:ViaAWSService", "false");
    }

    /** An AWS service under its own principal, over HTTPS; on whose behalf is for {@link #with} to say. */
    public static TestRequest byService(String service, String action, String resource) {
        return over(service, action, resource)
                .with("aws:PrincipalIsAWSService", "true")
                .with("aws:PrincipalServiceName", service)
                .with("aws:ViaAWSService", "false");
    }

    /** Nobody in particular, over HTTPS: no key about the principal is there. */
    public static TestRequest byAnyone(String action, String resource) {
        return over(ANONYMOUS, action, resource);
    }

    private static TestRequest over(String principal, String action, String resource) {
        return new TestRequest(principal, action, resource, Map.of())
                .with("aws:SecureTransport", "true")
                .with("s3:TlsVersion", "1.3");
    }

    /** The same request with this key set. */
    public TestRequest with(String key, String... values) {
        Map<String, List<String>> changed = new TreeMap<>(context);
        changed.put(key.toLowerCase(Locale.ROOT), List.of(values));
        return new TestRequest(principal, action, resource, changed);
    }

    /** The same request without this key. */
    public TestRequest without(String key) {
        Map<String, List<String>> changed = new TreeMap<>(context);
        changed.remove(key.toLowerCase(Locale.ROOT));
        return new TestRequest(principal, action, resource, changed);
    }

    /** The same request for another action. */
    public TestRequest doing(String otherAction) {
        return new TestRequest(principal, otherAction, resource, context);
    }

    /** The same request for another resource. */
    public TestRequest to(String otherResource) {
        return new TestRequest(principal, action, otherResource, context);
    }

    /** The values of a key; empty where it is absent. */
    public List<String> values(String key) {
        return context.getOrDefault(key.toLowerCase(Locale.ROOT), List.of());
    }
}

package io.github.secures3.analysis.report.access;

import io.github.secures3.analysis.evaluate.AccessPoint;
import io.github.secures3.analysis.evaluate.AttachedPolicy;
import io.github.secures3.analysis.evaluate.Situation;
import io.github.secures3.policy.Condition;
import io.github.secures3.policy.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The request that the report asks about: as a current SDK makes it, without optional headers, by the caller itself. What such a request
 * does not fix, such as its network, stays open.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/bucket-policy-s3-sigv4-conditions.html">Keys of authentication</a>
 * @since 0.1
 */
public final class PlainRequest {

    /** What is taken for granted, for readers of the report. */
    static final String IN_WORDS =
            "Each request is taken to come over HTTPS with TLS 1.3, signed in its header, from the caller itself,"
                    + " without optional headers such as a choice of encryption; where that is refused and headers could"
                    + " help, the answer is undecided. Where it comes from, network and VPC endpoint, is left open.";

    private static final List<String> NONE = List.of();

    /** Keys of headers that a request may carry and a plain one does not, by their beginning. */
    private static final List<String> OPTIONAL =
            List.of("s3:x-amz-", "s3:requestobjecttag", "s3:object-lock-", "s3:if-", "aws:tagkeys", "aws:requesttag/");

    private PlainRequest() {}

    /** The context of a request by this caller; a key without values is absent. */
    static Map<String, List<String>> context(Caller caller) {
        Map<String, List<String>> context = context(caller.kind() != Caller.Kind.ANONYMOUS);
        if (caller.kind() == Caller.Kind.STRANGER) {
            context.put("aws:principalorgid", NONE);
            context.put("aws:principalorgpaths", NONE);
        }
        return context;
    }

    /** The context of a signed or unsigned request, which may be added to; keys are in lower case, one without values is absent. */
    public static Map<String, List<String>> context(boolean signed) {
        Map<String, List<String>> context = new LinkedHashMap<>();
        context.put("aws:securetransport", List.of("true"));
        context.put("s3:tlsversion", List.of("1.3"));
        context.put("aws:calledvia", NONE);
        context.put("aws:viaawsservice", List.of("false"));
        context.put("s3:versionid", NONE);
        context.put("s3:delimiter", NONE);
        context.put("s3:max-keys", NONE);
        context.put("s3:authtype", signed ? List.of("REST-HEADER") : NONE);
        context.put("s3:signatureversion", signed ? List.of("AWS4-HMAC-SHA256") : NONE);
        context.put("s3:signatureage", signed ? List.of("0") : NONE);
        return context;
    }

    /** The keys of optional headers that the policies around a request ask for, in lower case. */
    public static Set<String> headersAskedFor(Situation situation) {
        List<AttachedPolicy> policies = new ArrayList<>(situation.identityPolicies());
        policies.addAll(situation.sessionPolicies());
        policies.addAll(situation.resourcePolicies());
        policies.addAll(situation.endpointPolicies());
        situation.serviceControlPolicies().forEach(policies::addAll);
        situation.resourceControlPolicies().forEach(policies::addAll);
        AttachedPolicy boundary = situation.permissionsBoundary();
        AttachedPolicy key = situation.keyPolicy();
        AccessPoint point = situation.accessPoint();
        if (boundary != null) {
            policies.add(boundary);
        }
        if (key != null) {
            policies.add(key);
        }
        if (point != null) {
            policies.addAll(point.policies());
        }
        Set<String> keys = new TreeSet<>();
        for (AttachedPolicy policy : policies) {
            for (Statement statement : policy.document().statements()) {
                for (Condition condition : statement.conditions().all()) {
                    String name = condition.key().toLowerCase(Locale.ROOT);
                    if (OPTIONAL.stream().anyMatch(name::startsWith)) {
                        keys.add(name);
                    }
                }
            }
        }
        return keys;
    }
}

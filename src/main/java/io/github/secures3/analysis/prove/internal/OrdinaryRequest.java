package io.github.secures3.analysis.prove.internal;

import io.github.secures3.policy.Comparison;
import io.github.secures3.policy.Condition;
import io.github.secures3.policy.ConditionOperator;
import io.github.secures3.policy.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A request as SDKs and the AWS CLI send it: signed, over TLS 1.3, on the public network, with nothing that the caller has to ask for.
 *
 * <p>A claim that requests of some kind are always allowed is about these: an optional header, a tag or a VPC endpoint counts where the claim names
 * it. What differs from one ordinary request to the next, such as address and time, stays open.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/amazon-s3-policy-keys.html">Condition keys of Amazon S3</a>
 */
final class OrdinaryRequest {

    /** What ordinary requests carry with one value. */
    private static final Map<String, Condition> ALIKE = Map.of(
            "aws:securetransport", Condition.of(Comparison.BOOL, "aws:SecureTransport", "true"),
            "s3:tlsversion",
                    Condition.of(ConditionOperator.ifExists(Comparison.NUMERIC_EQUALS), "s3:TlsVersion", "1.3"),
            "aws:viaawsservice", Condition.of(Comparison.BOOL, "aws:ViaAWSService", "false"),
            "s3:authtype", Condition.of(Comparison.STRING_EQUALS, "s3:authType", "REST-HEADER"),
            "s3:signatureversion", Condition.of(Comparison.STRING_EQUALS, "s3:signatureversion", "AWS4-HMAC-SHA256"));

    /** What is there because the request is what it is, not because the caller asks for it. */
    private static final Set<String> OPEN = Set.of("s3:resourceaccount");

    private static final List<String> OPTIONAL = List.of(
            "s3:", "aws:requesttag/", "aws:tagkeys", "aws:calledvia", "aws:sourcevpc", "aws:vpc", "aws:referer");

    private OrdinaryRequest() {}

    /** The formula under which a request is ordinary apart from the keys that the statement names. */
    static int asks(Statement statement, Vocabulary vocabulary, ConditionEncoder conditions) {
        Set<String> named = statement.conditions().all().stream()
                .map(condition -> condition.key().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        int all = Circuit.TRUE;
        for (String key : new ArrayList<>(vocabulary.keys().keySet())) {
            boolean open = named.contains(key) || followsFrom(named, key) || goesThroughEndpoint(key, vocabulary);
            if (!open) {
                all = vocabulary.logic().circuit().and(all, isOrdinary(key, conditions));
            }
        }
        return all;
    }

    /** Whether the key has to be what the named ones make it; where it had to be ordinary, there would be no such request. */
    private static boolean followsFrom(Set<String> named, String key) {
        return switch (key) {
            case "aws:viaawsservice" -> named.stream().anyMatch(other -> other.startsWith("aws:calledvia"));
            case "aws:securetransport" -> named.contains("s3:tlsversion");
            default ->
                isOfEndpoint(key)
                        ? named.stream().anyMatch(OrdinaryRequest::isOfEndpoint)
                        : Availability.OF_ACCESS_POINTS.contains(key)
                                && named.stream().anyMatch(Availability.OF_ACCESS_POINTS::contains);
        };
    }

    private static boolean goesThroughEndpoint(String key, Vocabulary vocabulary) {
        return isOfEndpoint(key) && vocabulary.isThroughEndpoint();
    }

    private static boolean isOfEndpoint(String key) {
        return key.startsWith("aws:sourcevpc") || key.startsWith("aws:vpc");
    }

    private static int isOrdinary(String key, ConditionEncoder conditions) {
        Condition alike = ALIKE.get(key);
        if (alike != null) {
            return conditions.encode(alike, Vocabulary.version()).must();
        }
        boolean optional = !OPEN.contains(key) && OPTIONAL.stream().anyMatch(key::startsWith);
        return optional
                ? conditions
                        .encode(Condition.of(Comparison.NULL, key, "true"), Vocabulary.version())
                        .must()
                : Circuit.TRUE;
    }
}

package io.github.secures3.analysis.evaluate.scenario;

import io.github.secures3.analysis.evaluate.AccessPoint;
import io.github.secures3.analysis.evaluate.AttachedPolicy;
import io.github.secures3.analysis.evaluate.BlockPublicAccess;
import io.github.secures3.analysis.evaluate.Situation;
import io.github.secures3.policy.Arn;
import io.github.secures3.policy.Resources;
import io.github.secures3.policy.Statement;
import io.github.secures3.policy.UnresolvedToken;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a scenario leaves unsaid about its access point: a request names the access point or the bucket, not both, but each of the two policies
 * has to name its own, as S3 refuses others.
 *
 * @param resource the ARN of the request
 * @param context the context as given
 * @param resourcePolicy the bucket policy, or null
 * @param accessPointPolicy the access point's policy, or null
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-policies.html">Policies for access points</a>
 */
record AccessPointGuess(
        String resource,
        Map<String, List<String>> context,
        @Nullable AttachedPolicy resourcePolicy,
        @Nullable AttachedPolicy accessPointPolicy) {

    private static final String OBJECT = "/object/";

    static AccessPointGuess of(
            String resource,
            Map<String, List<String>> context,
            @Nullable AttachedPolicy resourcePolicy,
            @Nullable AttachedPolicy accessPointPolicy) {
        return new AccessPointGuess(resource, context, resourcePolicy, accessPointPolicy);
    }

    void applyTo(Situation.Builder situation) {
        AttachedPolicy bucketPolicy = resourcePolicy;
        AttachedPolicy pointPolicy = accessPointPolicy;
        if (bucketPolicy != null) {
            situation.resourcePolicy(bucketPolicy);
        }
        boolean named = isAccessPoint(resource);
        if (!named && pointPolicy == null) {
            return;
        }
        String arn = named
                ? withoutObject(resource)
                : given("s3:DataAccessPointArn").or(this::namedByItsPolicy).orElse(unknownArn());
        String account = given("s3:DataAccessPointAccount")
                .or(() -> Arn.find(arn).map(Arn::account).filter(id -> !UnresolvedToken.isIn(id)))
                .orElse(null);
        situation.accessPoint(new AccessPoint(
                arn,
                account,
                given("s3:AccessPointNetworkOrigin").orElse(null),
                null,
                pointPolicy == null ? List.of() : List.of(pointPolicy),
                BlockPublicAccess.none()));
        if (named && bucketPolicy != null) {
            bucketNamedBy(bucketPolicy).ifPresent(bucket -> situation.bucketResource(bucket + keyOf(resource)));
        }
    }

    private static boolean isAccessPoint(String arn) {
        return Arn.find(arn)
                .filter(found ->
                        found.service().equals("s3") && found.resource().startsWith("accesspoint/"))
                .isPresent();
    }

    private static String withoutObject(String arn) {
        int object = arn.indexOf(OBJECT);
        return object < 0 ? arn : arn.substring(0, object);
    }

    private static String keyOf(String arn) {
        int object = arn.indexOf(OBJECT);
        return object < 0 ? "" : arn.substring(object + OBJECT.length() - 1);
    }

    private static String unknownArn() {
        return "arn:aws:s3:" + UnresolvedToken.of("Region of the access point") + ":"
                + UnresolvedToken.of("account of the access point") + ":accesspoint/"
                + UnresolvedToken.of("name of the access point");
    }

    private Optional<String> given(String key) {
        return context.entrySet().stream()
                .filter(entry -> entry.getKey().toLowerCase(Locale.ROOT).equals(key.toLowerCase(Locale.ROOT)))
                .filter(entry -> entry.getValue().size() == 1)
                .map(entry -> entry.getValue().get(0))
                .findFirst();
    }

    private Optional<String> namedByItsPolicy() {
        AttachedPolicy policy = accessPointPolicy;
        Set<String> found = new HashSet<>();
        for (String pattern : policy == null ? List.<String>of() : resources(policy)) {
            found.add(withoutObject(pattern));
        }
        return only(found).filter(AccessPointGuess::isAccessPoint);
    }

    /** The bucket's ARN, where all statements speak of one bucket. */
    private static Optional<String> bucketNamedBy(AttachedPolicy policy) {
        Set<String> found = new HashSet<>();
        for (String pattern : resources(policy)) {
            int slash = pattern.indexOf('/');
            found.add(slash < 0 ? pattern : pattern.substring(0, slash));
        }
        return only(found)
                .filter(bucket -> Arn.find(bucket)
                        .filter(arn ->
                                arn.service().equals("s3") && arn.account().isEmpty())
                        .isPresent());
    }

    private static List<String> resources(AttachedPolicy policy) {
        return policy.document().statements().stream()
                .map(Statement::resources)
                .flatMap(resources -> patterns(resources).stream())
                .toList();
    }

    private static List<String> patterns(@Nullable Resources resources) {
        return resources == null || resources.negated() ? List.of() : resources.patterns();
    }

    private static Optional<String> only(Set<String> found) {
        return found.size() == 1
                ? found.stream()
                        .filter(one -> one.indexOf('*') < 0 && one.indexOf('?') < 0)
                        .findFirst()
                : Optional.empty();
    }
}

package io.github.secures3.analysis.evaluate.estate;

import io.github.secures3.analysis.evaluate.AccessPoint;
import io.github.secures3.analysis.evaluate.BlockPublicAccess;
import io.github.secures3.analysis.evaluate.Layer;
import io.github.secures3.analysis.evaluate.Situation;
import io.github.secures3.analysis.evaluate.matching.TextPattern;
import io.github.secures3.analysis.model.Bucket;
import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.model.MultiRegionAccessPoint;
import io.github.secures3.analysis.model.MultiRegionAccessPointPolicy;
import io.github.secures3.analysis.model.PublicAccessBlock;
import io.github.secures3.analysis.model.Resource;
import io.github.secures3.analysis.model.Value;
import io.github.secures3.policy.Arn;
import io.github.secures3.policy.UnresolvedToken;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The access points of an estate, those of one Region and those of several.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-policies.html">Policies for access points</a>
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/MultiRegionAccessPointPermissions.html">Permissions of multi-Region access
 *     points</a>
 */
final class AccessPoints {

    private static final String PREFIX = "accesspoint/";

    private final Estate estate;
    private final Names<Bucket> buckets;
    private final Names<io.github.secures3.analysis.model.AccessPoint> regional;
    private final Names<MultiRegionAccessPoint> global;

    AccessPoints(Estate estate, Names<Bucket> buckets) {
        this.estate = estate;
        this.buckets = buckets;
        this.regional = new Names<>(
                "access point",
                estate.all(io.github.secures3.analysis.model.AccessPoint.class),
                point -> point.name().asText(),
                io.github.secures3.analysis.model.AccessPoint::arn);
        this.global = new Names<>(
                "multi-Region access point",
                estate.all(MultiRegionAccessPoint.class),
                point -> point.name().asText(),
                MultiRegionAccessPoint::arn);
    }

    /**
     * The way through an access point.
     *
     * @param resource what the request names
     * @param key the key of the object, or empty
     * @param bucket the bucket behind it, or null where the templates do not say which, or do not have it
     * @param behind the bucket in words
     * @param choice the buckets of which any may be behind it; none where there is but one, or not all are in the templates
     */
    record Passage(String resource, String key, @Nullable Bucket bucket, String behind, List<Bucket> choice) {}

    /** The access point that the text names goes into the situation; empty where it names none. */
    Optional<Passage> find(String text, Situation.Builder situation) {
        Optional<Arn> arn = Arn.find(text);
        Optional<Passage> passage =
                named(text, arn, regional).map(found -> ofOneRegion(found.resource(), found.rest(), situation));
        return passage.isPresent()
                ? passage
                : named(text, arn, global).map(found -> ofSeveralRegions(found.resource(), found.rest(), situation));
    }

    /** Whether the text is the ARN of an access point, or of something behind it. */
    static boolean isArn(String text) {
        return Arn.find(text).filter(AccessPoints::isOfAccessPoint).isPresent();
    }

    private static boolean isOfAccessPoint(Arn arn) {
        return arn.service().equals("s3") && arn.resource().startsWith(PREFIX);
    }

    /** An ARN names the access point of its Region and account alone, where the templates tell these. */
    private static <R extends Resource> Optional<Names.Found<R>> named(
            String text, Optional<Arn> arn, Names<R> points) {
        if (arn.isEmpty()) {
            return points.findWithRest(text);
        }
        return arn.filter(AccessPoints::isOfAccessPoint)
                .flatMap(of -> points.findDeployedWithRest(
                                of.resource().substring(PREFIX.length()).replaceFirst("/object/", "/"))
                        .filter(found -> mayBe(of, points.arnOf(found.resource()))));
    }

    private static boolean mayBe(Arn asked, String deployed) {
        return Arn.find(deployed)
                .filter(arn -> !TextPattern.equal(arn.region(), asked.region()).isFalse())
                .filter(arn ->
                        !TextPattern.equal(arn.account(), asked.account()).isFalse())
                .isPresent();
    }

    /** Whether an access point has this name as a whole, whatever follows it. */
    boolean isExactly(String text) {
        return regional.findExactlyWithRest(text).isPresent()
                || global.findExactlyWithRest(text).isPresent();
    }

    /** What can be named, for messages. */
    String choices() {
        return estate.all(MultiRegionAccessPoint.class).isEmpty()
                ? regional.choices()
                : regional.choices() + " and " + global.choices();
    }

    private Passage ofOneRegion(
            io.github.secures3.analysis.model.AccessPoint point, String key, Situation.Builder situation) {
        Gathered policies = new Gathered();
        policies.add(point.policy(), point.element());
        policies.limit(situation, Layer.ACCESS_POINT);
        situation.accessPoint(new AccessPoint(
                point.arn(),
                accountOf(point.arn()),
                point.networkOrigin().asText().orElse(AccessPoint.INTERNET_ORIGIN),
                point.vpc().asText().orElse(null),
                policies.policies(),
                settings(point.publicAccessBlock(), point.element().logicalId(), situation)));
        situation.accessPointTags(Target.tags(point.tags()));
        Bucket bucket = point.bucket().asText().flatMap(this::deployed).orElse(null);
        String name = point.bucket().asText().orElse("");
        if (bucket == null) {
            point.bucketAccount()
                    .asText()
                    .or(() -> Arn.find(point.arn()).map(Arn::account))
                    .ifPresent(situation::resourceAccount);
            String arn = Arn.bucket(Arn.find(point.arn()).map(Arn::partition).orElse("aws"), name)
                    .text();
            situation.bucketResource(key.isEmpty() ? arn : arn + "/" + key);
        }
        return new Passage(
                under(point.arn(), key),
                key,
                bucket,
                "the bucket " + name + " behind " + point.element().logicalId(),
                List.of());
    }

    /** S3 routes a request to any of the buckets, which may have different policies. */
    private Passage ofSeveralRegions(MultiRegionAccessPoint point, String key, Situation.Builder situation) {
        Gathered policies = new Gathered();
        OpenNames open = OpenNames.besides(estate.all(MultiRegionAccessPoint.class).stream()
                .map(other -> other.name().asText())
                .toList());
        for (MultiRegionAccessPointPolicy policy : estate.all(MultiRegionAccessPointPolicy.class)) {
            if (policy.accessPoint().asText().equals(point.name().asText())) {
                policies.add(policy.policy(), policy.element());
            }
            open.thatMayBe(
                            point.name().asText().orElse(""),
                            policy.accessPoint().asText().stream().toList())
                    .ifPresent(reference -> policies.addUnknown("whether "
                            + policy.element().logicalId() + " is the policy of "
                            + point.element().logicalId() + " depends on the name " + reference));
        }
        policies.limit(situation, Layer.ACCESS_POINT);
        situation.accessPoint(new AccessPoint(
                point.arn(),
                accountOf(point.arn()),
                AccessPoint.INTERNET_ORIGIN,
                null,
                policies.policies(),
                settings(point.publicAccessBlock(), point.element().logicalId(), situation)));
        List<String> names = point.buckets().known().orElse(List.of()).stream()
                .flatMap(name -> name.asText().stream())
                .toList();
        List<Bucket> all =
                names.stream().flatMap(name -> deployed(name).stream()).toList();
        boolean complete = all.size() == names.size();
        String missing = names.stream()
                .filter(name -> deployed(name).isEmpty())
                .map(name -> UnresolvedToken.shown(name) + " ")
                .collect(Collectors.joining("or "));
        return new Passage(
                under(point.arn(), key),
                key,
                complete && all.size() == 1 ? all.get(0) : null,
                "the bucket " + missing + "that answers for " + point.element().logicalId(),
                complete && all.size() > 1 ? all : List.of());
    }

    /** The bucket of this name, which is never a logical id. */
    private Optional<Bucket> deployed(String name) {
        return buckets.findDeployedWithRest(name)
                .filter(found -> found.rest().isEmpty())
                .map(Names.Found::resource);
    }

    private static BlockPublicAccess settings(
            Value<PublicAccessBlock> block, String logicalId, Situation.Builder situation) {
        return PublicAccessSettings.of(block).orElseGet(() -> {
            situation.unknown(Layer.BLOCK_PUBLIC_ACCESS, "Block Public Access of " + logicalId + " is not known");
            return BlockPublicAccess.none();
        });
    }

    private static @Nullable String accountOf(String arn) {
        return Arn.find(arn).map(Arn::account).orElse(null);
    }

    private static String under(String arn, String key) {
        return key.isEmpty() ? arn : arn + "/object/" + key;
    }
}

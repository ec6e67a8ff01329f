package io.github.secures3.analysis.evaluate.estate;

import io.github.secures3.analysis.evaluate.AccessPoint;
import io.github.secures3.analysis.evaluate.BlockPublicAccess;
import io.github.secures3.analysis.evaluate.Layer;
import io.github.secures3.analysis.evaluate.Situation;
import io.github.secures3.analysis.model.Bucket;
import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.model.MultiRegionAccessPoint;
import io.github.secures3.analysis.model.MultiRegionAccessPointPolicy;
import io.github.secures3.analysis.model.PublicAccessBlock;
import io.github.secures3.analysis.model.Value;
import io.github.secures3.policy.Arn;
import java.util.List;
import java.util.Optional;
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
     */
    record Passage(String resource, String key, @Nullable Bucket bucket, String behind) {}

    /** The access point that the text names goes into the situation; empty where it names none. */
    Optional<Passage> find(String text, Situation.Builder situation) {
        String name = Arn.find(text)
                .filter(arn -> arn.service().equals("s3") && arn.resource().startsWith(PREFIX))
                .map(arn -> arn.resource().substring(PREFIX.length()).replaceFirst("/object/", "/"))
                .orElse(text);
        Optional<Passage> passage =
                regional.findWithRest(name).map(found -> ofOneRegion(found.resource(), found.rest(), situation));
        return passage.isPresent()
                ? passage
                : global.findWithRest(name).map(found -> ofSeveralRegions(found.resource(), found.rest(), situation));
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
        boolean vpc = !point.vpc().isAbsent();
        situation.accessPoint(new AccessPoint(
                point.arn(),
                accountOf(point.arn()),
                vpc ? AccessPoint.VPC_ORIGIN : AccessPoint.INTERNET_ORIGIN,
                point.vpc().asText().orElse(null),
                policies.policies(),
                settings(point.publicAccessBlock(), point.element().logicalId(), situation)));
        situation.accessPointTags(Target.tags(point.tags()));
        Bucket bucket = point.bucket().asText().flatMap(buckets::find).orElse(null);
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
                "the bucket " + name + " behind " + point.element().logicalId());
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
        List<Value<String>> all = point.buckets().known().orElse(List.of());
        Bucket only =
                all.size() == 1 ? all.get(0).asText().flatMap(buckets::find).orElse(null) : null;
        return new Passage(
                under(point.arn(), key),
                key,
                only,
                "the bucket that answers for " + point.element().logicalId());
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

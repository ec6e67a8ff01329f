package io.github.secures3.analysis.evaluate.estate;

import io.github.secures3.analysis.evaluate.BlockPublicAccess;
import io.github.secures3.analysis.evaluate.Layer;
import io.github.secures3.analysis.evaluate.Situation;
import io.github.secures3.analysis.model.AccessPoint;
import io.github.secures3.analysis.model.Bucket;
import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.model.PublicAccessBlock;
import io.github.secures3.analysis.model.Tag;
import io.github.secures3.analysis.model.Value;
import io.github.secures3.policy.Arn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a request is about: the bucket or object, the access point on the way to it, and what protects them. */
final class Target {

    private static final String OWNER_ENFORCED = "BucketOwnerEnforced";

    private final Estate estate;
    private final Names<Bucket> buckets;
    private final Names<AccessPoint> points;

    Target(Estate estate) {
        this.estate = estate;
        this.buckets =
                new Names<>("bucket", estate.buckets(), bucket -> bucket.name().asText(), Bucket::arn);
        this.points = new Names<>(
                "access point",
                estate.all(AccessPoint.class),
                point -> point.name().asText(),
                AccessPoint::arn);
    }

    /**
     * The resource of the request and the bucket behind it.
     *
     * @param arn what the request names
     * @param bucket the bucket, or null where the templates do not have it
     */
    record Found(String arn, @Nullable Bucket bucket) {}

    Found find(String text, Situation.Builder situation) {
        Optional<Names.Found<Bucket>> bucket = buckets.findWithRest(plainBucket(text));
        if (bucket.isPresent()) {
            Bucket found = bucket.get().resource();
            describe(found, situation);
            return new Found(under(found.arn(), "/", bucket.get().rest()), found);
        }
        Optional<Names.Found<AccessPoint>> point = points.findWithRest(plainPoint(text));
        if (point.isPresent()) {
            return through(point.get().resource(), point.get().rest(), situation);
        }
        if (Arn.find(text).isEmpty()) {
            throw new UnknownNameException("no bucket or access point is called '" + text + "'; " + buckets.choices()
                    + " and " + points.choices() + "; or give an ARN such as arn:aws:s3:::bucket/key");
        }
        situation.unknown(Layer.RESOURCE, "the policy of " + text + " is not in the templates");
        situation.unknown(Layer.BLOCK_PUBLIC_ACCESS, "Block Public Access of " + text + " is not in the templates");
        situation.unknown(Layer.KEY, "the encryption of " + text + " is not in the templates");
        return new Found(text, null);
    }

    private Found through(AccessPoint point, String key, Situation.Builder situation) {
        Gathered policies = new Gathered();
        policies.add(point.policy(), point.element());
        boolean vpc = !point.vpc().isAbsent();
        situation.accessPoint(new io.github.secures3.analysis.evaluate.AccessPoint(
                point.arn(),
                Arn.find(point.arn()).map(Arn::account).orElse(null),
                vpc
                        ? io.github.secures3.analysis.evaluate.AccessPoint.VPC_ORIGIN
                        : io.github.secures3.analysis.evaluate.AccessPoint.INTERNET_ORIGIN,
                point.vpc().asText().orElse(null),
                policies.policies(),
                settings(point.publicAccessBlock()).orElse(BlockPublicAccess.all())));
        policies.limit(situation, Layer.ACCESS_POINT);
        String resource = key.isEmpty() ? point.arn() : point.arn() + "/object/" + key;
        Optional<Bucket> behind = point.bucket().asText().flatMap(buckets::find);
        if (behind.isEmpty()) {
            situation.unknown(
                    Layer.RESOURCE, "the bucket behind " + point.element().logicalId() + " is not in the templates");
            return new Found(resource, null);
        }
        describe(behind.get(), situation);
        situation.bucketResource(under(behind.get().arn(), "/", key));
        return new Found(resource, behind.get());
    }

    private void describe(Bucket bucket, Situation.Builder situation) {
        Gathered policies = new Gathered();
        estate.policiesOf(bucket).forEach(policy -> policies.add(policy.document(), policy.element()));
        policies.policies().forEach(situation::resourcePolicy);
        policies.limit(situation, Layer.RESOURCE);
        estate.stack(bucket.element().stack())
                .flatMap(stack -> stack.account().asText())
                .ifPresent(situation::resourceAccount);
        settings(bucket.publicAccessBlock())
                .ifPresentOrElse(
                        situation::blockPublicAccess,
                        () -> situation.unknown(
                                Layer.BLOCK_PUBLIC_ACCESS,
                                "Block Public Access of " + bucket.element().logicalId() + " is not known"));
        if (!bucket.ownership().isAbsent() && !bucket.ownership().isSurely(OWNER_ENFORCED::equals)) {
            situation.accessControlLists();
        }
        tags(bucket, situation);
    }

    /** Absent settings are the service's default, which blocks; a setting that is left out of the block is off. */
    private static Optional<BlockPublicAccess> settings(Value<PublicAccessBlock> block) {
        if (block.isAbsent()) {
            return Optional.of(BlockPublicAccess.all());
        }
        return block.known().flatMap(settings -> {
            List<Value<Boolean>> all = List.of(
                    settings.blockPublicAcls(),
                    settings.ignorePublicAcls(),
                    settings.blockPublicPolicy(),
                    settings.restrictPublicBuckets());
            if (all.stream().anyMatch(Value::isUnknown)) {
                return Optional.empty();
            }
            List<Boolean> on = new ArrayList<>();
            all.forEach(setting -> on.add(setting.isSurely(value -> value)));
            return Optional.of(new BlockPublicAccess(on.get(0), on.get(1), on.get(2), on.get(3)));
        });
    }

    private static void tags(Bucket bucket, Situation.Builder situation) {
        if (!bucket.abac().isUnknown()) {
            situation.abacEnabled(bucket.abac().isSurely("Enabled"::equals));
        }
        Map<String, String> tags = new LinkedHashMap<>();
        for (Tag tag : bucket.tags().known().orElse(List.of())) {
            tag.key()
                    .known()
                    .ifPresent(key -> tags.put(key, tag.value().asText().orElse("")));
        }
        situation.bucketTags(tags);
    }

    private static String under(String arn, String separator, String key) {
        return key.isEmpty() ? arn : arn + separator + key;
    }

    /** {@code arn:aws:s3:::name/key} asks for the bucket called name, whatever its ARN is in the templates. */
    private static String plainBucket(String text) {
        return Arn.find(text)
                .filter(arn -> arn.service().equals("s3") && arn.account().isEmpty())
                .map(Arn::resource)
                .orElse(text);
    }

    private static String plainPoint(String text) {
        return Arn.find(text)
                .filter(arn -> arn.service().equals("s3") && arn.resource().startsWith("accesspoint/"))
                .map(arn -> arn.resource().substring("accesspoint/".length()).replaceFirst("/object/", "/"))
                .orElse(text);
    }
}

package io.github.secures3.analysis.evaluate.estate;

import io.github.secures3.analysis.evaluate.Layer;
import io.github.secures3.analysis.evaluate.ResourceTags;
import io.github.secures3.analysis.evaluate.Situation;
import io.github.secures3.analysis.evaluate.matching.Truth;
import io.github.secures3.analysis.model.Bucket;
import io.github.secures3.analysis.model.BucketPolicy;
import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.model.Tag;
import io.github.secures3.analysis.model.Value;
import io.github.secures3.policy.Arn;
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
    private final AccessPoints points;
    private final OwnPolicies others;
    private final @Nullable Bucket chosen;

    /** Resources of the estate; of several buckets behind an access point the chosen one answers. */
    Target(Estate estate, OwnPolicies others, @Nullable Bucket chosen) {
        this.estate = estate;
        this.chosen = chosen;
        this.others = others;
        this.buckets =
                new Names<>("bucket", estate.buckets(), bucket -> bucket.name().asText(), Bucket::arn);
        this.points = new AccessPoints(estate, buckets);
    }

    /**
     * The resource of the request and the bucket behind it.
     *
     * @param arn what the request names
     * @param bucket the bucket, or null where it is none, or the templates do not have it
     * @param choice the buckets of which any may answer; none where there is no choice
     */
    record Found(String arn, @Nullable Bucket bucket, List<Bucket> choice) {

        Found(String arn, @Nullable Bucket bucket) {
            this(arn, bucket, List.of());
        }
    }

    Found find(String text, Situation.Builder situation) {
        Found found = named(text, situation);
        if (text.endsWith("/") && !found.arn().endsWith("/")) {
            throw new UnknownNameException("'" + text + "' names an object without a key; leave out the slash for the"
                    + " bucket, or write the key after it");
        }
        return found;
    }

    private Found named(String text, Situation.Builder situation) {
        boolean namesBucket = buckets.findExactlyWithRest(text).isPresent() || points.isExactly(text);
        Optional<String> other = namesBucket ? Optional.empty() : others.find(text, situation);
        if (other.isPresent()) {
            return new Found(other.get(), null);
        }
        Optional<Names.Found<Bucket>> bucket = bucket(text);
        if (bucket.isPresent()) {
            Bucket found = bucket.get().resource();
            describe(found, situation);
            return new Found(under(found.arn(), bucket.get().rest()), found);
        }
        Optional<AccessPoints.Passage> passage = points.find(text, situation);
        if (passage.isPresent()) {
            return through(passage.get(), situation);
        }
        if (Arn.find(text).isEmpty()) {
            throw new UnknownNameException("no bucket or access point is called '" + text + "'; the templates have "
                    + buckets.choices() + " and " + points.choices() + new Gaps(estate).hint()
                    + "; or give an ARN such as arn:aws:s3:::bucket/key");
        }
        OutsideTemplates.describe(text, situation);
        return new Found(text, null);
    }

    private Found through(AccessPoints.Passage passage, Situation.Builder situation) {
        Bucket behind = passage.choice().isEmpty() ? passage.bucket() : chosen;
        if (behind == null) {
            OutsideTemplates.bucket(passage.behind(), passage.behind(), situation);
            return new Found(passage.resource(), null, passage.choice());
        }
        describe(behind, situation);
        situation.bucketResource(under(behind.arn(), passage.key()));
        return new Found(passage.resource(), behind);
    }

    private void describe(Bucket bucket, Situation.Builder situation) {
        Gathered policies = new Gathered();
        List<BucketPolicy> own = estate.policiesOf(bucket);
        own.forEach(policy -> policies.add(policy.document(), policy.element()));
        if (own.isEmpty()) {
            mayBeOf(bucket, policies);
        } else if (own.size() > 1) {
            policies.addUnknown(bucket.element().logicalId()
                    + " has several bucket policies, of which the one that is deployed last replaces the others");
        }
        policies.policies().forEach(situation::resourcePolicy);
        policies.limit(situation, Layer.RESOURCE);
        estate.stack(bucket.element().stack())
                .flatMap(stack -> stack.account().asText())
                .ifPresent(situation::resourceAccount);
        PublicAccessSettings.of(bucket.publicAccessBlock())
                .ifPresentOrElse(
                        situation::blockPublicAccess,
                        () -> situation.unknown(
                                Layer.BLOCK_PUBLIC_ACCESS,
                                "Block Public Access of " + bucket.element().logicalId() + " is not known"));
        situation.bucketOwnerEnforced(ownerEnforced(bucket));
        tags(bucket, situation);
    }

    /** AWS's default is that the owner's account owns all objects. */
    private static Truth ownerEnforced(Bucket bucket) {
        return bucket.ownership().isUnknown()
                ? Truth.unknown("Object Ownership of " + bucket.element().logicalId() + " is not known")
                : Truth.of(bucket.ownership().isAbsent() || bucket.ownership().isSurely(OWNER_ENFORCED::equals));
    }

    /** A policy whose bucket is not known may be this bucket's. */
    private void mayBeOf(Bucket bucket, Gathered policies) {
        OpenNames open = OpenNames.besides(
                estate.buckets().stream().map(other -> other.name().asText()).toList());
        String name = bucket.name().asText().orElse("");
        for (BucketPolicy policy : estate.bucketPolicies()) {
            open.thatMayBe(name, policy.bucket().asText().stream().toList())
                    .ifPresent(reference -> policies.addUnknown("whether "
                            + policy.element().logicalId() + " is the policy of "
                            + bucket.element().logicalId() + " depends on the name " + reference));
        }
    }

    private static void tags(Bucket bucket, Situation.Builder situation) {
        if (!bucket.abac().isUnknown()) {
            situation.abacEnabled(bucket.abac().isSurely("Enabled"::equals));
        }
        situation.bucketTags(tags(bucket.tags()));
    }

    /** The tags that a template gives a resource; one whose key it leaves open may be any other. */
    static ResourceTags tags(Value<List<Tag>> given) {
        Map<String, String> known = new LinkedHashMap<>();
        boolean complete = !given.isUnknown();
        for (Tag tag : given.known().orElse(List.of())) {
            Optional<String> key = tag.key().known();
            complete &= key.isPresent();
            key.ifPresent(name -> known.put(name, tag.value().asText().orElse("")));
        }
        return new ResourceTags(known, complete);
    }

    private static String under(String arn, String key) {
        return key.isEmpty() ? arn : arn + "/" + key;
    }

    /** {@code arn:aws:s3:::name/key} asks for the bucket called name, whatever its ARN is in the templates, and never for a logical id. */
    private Optional<Names.Found<Bucket>> bucket(String text) {
        Optional<Arn> arn = Arn.find(text);
        if (arn.isEmpty()) {
            return buckets.findWithRest(text);
        }
        return arn.filter(of -> of.service().equals("s3") && of.account().isEmpty())
                .flatMap(of -> buckets.findDeployedWithRest(of.resource()));
    }
}

package io.github.secures3.analysis.report;

import io.github.secures3.analysis.model.Bucket;
import io.github.secures3.analysis.model.Element;
import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.model.Resource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A bucket in a template and its protections.
 *
 * @param path its construct path without the parts that CDK adds, or null in a template that names none
 * @param logicalId its logical id
 * @param condition the condition that decides whether it is created, in words, or null where nothing does
 * @param protections one for each topic, in the order of {@link Protection.Topic}
 * @param denies the Sids of the Deny statements in its policy, in order; a statement without Sid is not among them
 * @param optOuts the defaults it does without, each with its reason, as {@code method: reason}
 * @since 0.1
 */
public record BucketProtections(
        @Nullable String path,
        String logicalId,
        @Nullable String condition,
        List<Protection> protections,
        List<String> denies,
        List<String> optOuts) {

    /** Keeps immutable copies. */
    public BucketProtections {
        Objects.requireNonNull(logicalId, "logicalId");
        protections = List.copyOf(protections);
        denies = List.copyOf(denies);
        optOuts = List.copyOf(optOuts);
    }

    /** The bucket as its estate has it. */
    public static BucketProtections of(Bucket bucket, Estate estate) {
        return of(
                bucket,
                estate,
                ConstructPath.shared(estate.resources().stream()
                        .map(Resource::element)
                        .filter(each -> each.stack().equals(bucket.element().stack()))));
    }

    static BucketProtections of(Bucket bucket, Estate estate, List<String> stackPath) {
        Element element = bucket.element();
        Lifecycle lifecycle = new Lifecycle(bucket.lifecycle());
        PolicyProtection policy = PolicyProtection.of(bucket, estate);
        String path = element.constructPath();
        return new BucketProtections(
                path == null ? null : Words.printable(ConstructPath.shorten(path, stackPath)),
                Words.id(bucket),
                element.presence().whyUnknown().map(Words::reason).orElse(null),
                List.of(
                        PublicAccess.of(bucket),
                        Encryption.of(bucket, estate),
                        Versions.of(bucket, lifecycle),
                        Versions.lock(bucket),
                        Delivery.logs(bucket, estate),
                        lifecycle.protection(),
                        Delivery.events(bucket),
                        Delivery.replication(bucket, estate),
                        Deletion.of(bucket),
                        policy.protection()),
                policy.denies(),
                element.optOuts().stream()
                        .map(optOut -> Words.printable(optOut.method()) + ": " + Words.printable(optOut.reason()))
                        .toList());
    }

    /** How the protection of that topic stands. */
    public Protection protection(Protection.Topic topic) {
        Optional<Protection> found = protections.stream()
                .filter(protection -> protection.topic() == topic)
                .findFirst();
        return found.orElseThrow(() -> new IllegalStateException(logicalId + " has no " + topic.label()));
    }
}

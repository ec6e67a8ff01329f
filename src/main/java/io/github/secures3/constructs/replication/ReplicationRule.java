package io.github.secures3.constructs.replication;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which objects go where, and how.
 *
 * <p>By default: all objects, priority 0, the object's own storage class, with Replication Time Control and metrics. What happens to delete
 * markers and to changes of replicas has no default: it decides whether the second copy survives a mistake in the first.
 *
 * <p>Immutable: each {@code with} method returns a changed copy. Rules are checked where a {@link ReplicatedBucket} takes them.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-add-config.html">Replication configuration file elements</a>
 * @since 0.1
 */
public final class ReplicationRule {

    private final ReplicaDestination destination;
    private final DeleteMarkers deleteMarkers;
    private final ReplicaModifications modifications;
    private final Options options;

    private record Options(
            @Nullable String id,
            int priority,
            String prefix,
            SortedMap<String, String> tags,
            @Nullable ReplicaStorageClass storageClass,
            @Nullable String noTimeControl,
            @Nullable String noMetrics) {

        static final Options DEFAULTS = new Options(null, 0, "", new TreeMap<>(), null, null, null);
    }

    private ReplicationRule(
            ReplicaDestination destination,
            DeleteMarkers deleteMarkers,
            ReplicaModifications modifications,
            Options options) {
        this.destination = destination;
        this.deleteMarkers = deleteMarkers;
        this.modifications = modifications;
        this.options = options;
    }

    /** A rule for all objects. */
    public static ReplicationRule to(
            ReplicaDestination destination, DeleteMarkers deleteMarkers, ReplicaModifications modifications) {
        return new ReplicationRule(destination, deleteMarkers, modifications, Options.DEFAULTS);
    }

    /** With an id of its own, at most 255 characters; metrics and alarms carry it. By default {@code to-} and the destination's name. */
    public ReplicationRule withId(String id) {
        Options o = options;
        return with(new Options(id, o.priority, o.prefix, o.tags, o.storageClass, o.noTimeControl, o.noMetrics));
    }

    /** With a priority, 0 or more and unique in the bucket: where two rules send an object to one destination, the higher wins. */
    public ReplicationRule withPriority(int priority) {
        Options o = options;
        return with(new Options(o.id, priority, o.prefix, o.tags, o.storageClass, o.noTimeControl, o.noMetrics));
    }

    /** For objects whose keys start with this text only. */
    public ReplicationRule withPrefix(String prefix) {
        Options o = options;
        return with(new Options(o.id, o.priority, prefix, o.tags, o.storageClass, o.noTimeControl, o.noMetrics));
    }

    /** For objects that carry this tag as well, up to 10 tags. S3 cannot replicate delete markers by tag. */
    public ReplicationRule withTag(String key, String value) {
        Options o = options;
        SortedMap<String, String> more = new TreeMap<>(o.tags);
        more.put(key, value);
        return with(new Options(o.id, o.priority, o.prefix, more, o.storageClass, o.noTimeControl, o.noMetrics));
    }

    /** With a storage class of their own for the replicas. */
    public ReplicationRule withStorageClass(ReplicaStorageClass storageClass) {
        Options o = options;
        return with(new Options(o.id, o.priority, o.prefix, o.tags, storageClass, o.noTimeControl, o.noMetrics));
    }

    /**
     * Without Replication Time Control: no 15 minutes are agreed on, and none are charged. The reason lands in the template's metadata.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-time-control.html">S3 Replication Time Control</a>
     */
    public ReplicationRule allowWithoutTimeControl(String reason) {
        Options o = options;
        return with(new Options(o.id, o.priority, o.prefix, o.tags, o.storageClass, reason, o.noMetrics));
    }

    /** Without metrics, and so without alarms and failure events. Replication Time Control cannot be had without metrics. */
    public ReplicationRule allowWithoutMetrics(String reason) {
        Options o = options;
        return with(new Options(o.id, o.priority, o.prefix, o.tags, o.storageClass, o.noTimeControl, reason));
    }

    /** Where the replicas go. */
    public ReplicaDestination destination() {
        return destination;
    }

    /** The id of the rule. */
    public String id() {
        return options.id == null ? "to-" + destination.bucketName() : options.id;
    }

    /** The priority of the rule. */
    public int priority() {
        return options.priority;
    }

    DeleteMarkers deleteMarkers() {
        return deleteMarkers;
    }

    ReplicaModifications modifications() {
        return modifications;
    }

    String prefix() {
        return options.prefix;
    }

    SortedMap<String, String> tags() {
        return options.tags;
    }

    Optional<ReplicaStorageClass> storageClass() {
        return Optional.ofNullable(options.storageClass);
    }

    boolean hasTimeControl() {
        return options.noTimeControl == null;
    }

    boolean hasMetrics() {
        return options.noMetrics == null;
    }

    /** The choices that weaken the rule, with their reasons. */
    Map<String, String> optOuts() {
        Map<String, String> reasons = new TreeMap<>();
        if (options.noTimeControl != null) {
            reasons.put("allowWithoutTimeControl:" + id(), options.noTimeControl);
        }
        if (options.noMetrics != null) {
            reasons.put("allowWithoutMetrics:" + id(), options.noMetrics);
        }
        return reasons;
    }

    private ReplicationRule with(Options changed) {
        return new ReplicationRule(destination, deleteMarkers, modifications, changed);
    }
}

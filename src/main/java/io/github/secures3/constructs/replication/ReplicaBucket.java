package io.github.secures3.constructs.replication;

import io.github.secures3.constructs.InvalidConfigurationException;
import io.github.secures3.constructs.bucket.SecureBucket;
import io.github.secures3.constructs.bucket.SecureBucketProps;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.constructs.Construct;

/**
 * The receiving side of a replication: a {@link SecureBucket} whose policy and key let the roles of certain sources write replicas, and
 * nothing else.
 *
 * <p>It knows its sources by name only, so it can be deployed before them, by another app and in another account; S3 takes a rule once its
 * destination exists. The key has an alias, by default {@code alias/} and the bucket's name with underscores for periods, by which the source
 * names it. With a network perimeter, the roles of the sources are let through. All defaults of a secure bucket hold.
 *
 * <p>Its stack must have an account and a Region of its own.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-walkthrough-2.html">Configuring replication for buckets in
 *     different accounts</a>
 * @since 0.1
 */
public final class ReplicaBucket extends Construct {

    private final SecureBucket bucket;
    private final ReplicaDestination destination;

    private ReplicaBucket(Construct scope, String id, Settings settings) {
        super(checked(scope, id, settings), id);
        ReplicationCheck check = new ReplicationCheck(scope, id);
        SecureBucketProps props = settings.named();
        BucketIdentity identity = BucketIdentity.of(check, scope, props);
        this.bucket = new SecureBucket(
                this,
                "Bucket",
                ReplicaSide.prepared(check, props, identity, settings.sources).build());
        ReplicaSide.describeKey(bucket, identity);
        ReplicaSide.open(bucket, identity, settings.sources);
        this.destination = ReplicaDestination.of(
                this,
                identity,
                props.encryption(),
                ReplicaSide.key(props, identity),
                props.objectLock().isPresent(),
                settings.sources);
    }

    private static Construct checked(Construct scope, String id, Settings settings) {
        ReplicationCheck check = new ReplicationCheck(scope, id);
        check.that(
                !settings.sources.isEmpty(),
                () -> "no source is named, so nothing could be replicated here; add"
                        + " acceptReplicasFrom(ReplicationSource.of(account, bucketName))");
        SecureBucketProps props = settings.named();
        BucketIdentity identity = BucketIdentity.of(check, scope, props);
        check.that(
                settings.sources.stream()
                        .noneMatch(source -> source.bucketName().equals(identity.name())),
                () -> "the bucket '" + identity.name()
                        + "' is named as its own source; name the bucket that it holds replicas of");
        ReplicaSide.prepared(check, props, identity, settings.sources);
        return scope;
    }

    /** The bucket. */
    public SecureBucket getSecureBucket() {
        return bucket;
    }

    /** This bucket as the destination of a rule in the same app. */
    public ReplicaDestination asDestination() {
        return destination;
    }

    private static final class Settings {
        private SecureBucketProps props = SecureBucketProps.builder().build();
        private @Nullable String bucketName;
        private final List<ReplicationSource> sources = new ArrayList<>();

        private SecureBucketProps named() {
            return bucketName == null
                    ? props
                    : props.toBuilder().bucketName(bucketName).build();
        }
    }

    /** Collects settings. */
    public static final class Builder {

        private final Construct scope;
        private final String id;
        private final Settings settings = new Settings();

        private Builder(Construct scope, String id) {
            this.scope = scope;
            this.id = id;
        }

        /** Starts from the defaults of a secure bucket. */
        public static Builder create(Construct scope, String id) {
            return new Builder(scope, id);
        }

        /** The physical name of the bucket, a literal text; takes the place of a name in {@link #bucket}. */
        public Builder bucketName(String name) {
            settings.bucketName = name;
            return this;
        }

        /** The settings of the bucket. By default those of a secure bucket. */
        public Builder bucket(SecureBucketProps props) {
            settings.props = props;
            return this;
        }

        /** Lets this source replicate here; at least one is needed. */
        public Builder acceptReplicasFrom(ReplicationSource source) {
            settings.sources.add(source);
            return this;
        }

        /**
         * The bucket.
         *
         * @throws InvalidConfigurationException if a setting cannot work, naming it and the fix
         */
        public ReplicaBucket build() {
            return new ReplicaBucket(scope, id, settings);
        }
    }
}

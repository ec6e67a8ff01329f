package io.github.secures3.constructs.bucket;

import io.github.secures3.policy.statements.NetworkPerimeter;
import io.github.secures3.policy.statements.SseAlgorithm;
import java.util.Optional;
import software.amazon.awscdk.services.kms.IKey;

/**
 * Settings of a {@link SecureBucket} that can be kept and shared between several.
 *
 * <p>Immutable: each {@link Builder#build} takes a copy.
 *
 * @since 0.1
 */
public final class SecureBucketProps {

    private final SecureBucketSettings settings;

    private SecureBucketProps(SecureBucketSettings settings) {
        this.settings = settings;
    }

    /** Starts from the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from these settings. */
    public Builder toBuilder() {
        return new Builder(settings.copy());
    }

    /** The physical name, where one was chosen. */
    public Optional<String> bucketName() {
        return Optional.ofNullable(settings.bucketName);
    }

    /** What the name starts with in the namespace of the account and Region, where that was chosen. */
    public Optional<String> accountRegionalNamePrefix() {
        return Optional.ofNullable(settings.accountRegionalPrefix);
    }

    /** How objects are encrypted that arrive without an encryption header. */
    public SseAlgorithm encryption() {
        return settings.encryption.algorithm();
    }

    /** The key of the user's own, where one was chosen. */
    public Optional<IKey> encryptionKey() {
        return Optional.ofNullable(settings.encryptionKey);
    }

    /** Whether the bucket refuses uploads that choose another key or encryption than its own. */
    public boolean onlyOwnKey() {
        return settings.onlyOwnKey;
    }

    /** The alias of the key that is made for the bucket, where one was chosen. */
    public Optional<String> keyAlias() {
        return Optional.ofNullable(settings.keyAlias);
    }

    /** Whether the bucket keeps versions. */
    public boolean versioned() {
        return settings.versioned;
    }

    /** Object Lock, where it was chosen. */
    public Optional<ObjectLock> objectLock() {
        return Optional.ofNullable(settings.objectLock);
    }

    /** The networks that data is reached from, where they were chosen. */
    public Optional<NetworkPerimeter> networkPerimeter() {
        return Optional.ofNullable(settings.networkPerimeter);
    }

    SecureBucketSettings settings() {
        return settings.copy();
    }

    /** Collects settings. */
    public static final class Builder extends SecureBucketOptions<Builder> {

        private Builder() {}

        private Builder(SecureBucketSettings settings) {
            super(settings);
        }

        /** The settings so far. */
        public SecureBucketProps build() {
            return new SecureBucketProps(settings.copy());
        }

        @Override
        Builder self() {
            return this;
        }
    }
}

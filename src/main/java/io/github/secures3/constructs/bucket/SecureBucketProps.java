package io.github.secures3.constructs.bucket;

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

    SecureBucketSettings settings() {
        return settings.copy();
    }

    /** Collects settings. */
    public static final class Builder extends SecureBucketOptions<Builder> {

        private Builder() {}

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

package io.github.secures3.analysis.report;

import java.util.Objects;

/**
 * One protection of a bucket as its template asks for it.
 *
 * @param topic which one
 * @param state whether it holds
 * @param words how it stands, for people; the wording may change between versions
 * @since 0.1
 */
public record Protection(Topic topic, State state, String words) {

    /** Checks that all are there. */
    public Protection {
        Objects.requireNonNull(topic, "topic");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(words, "words");
    }

    /**
     * Whether a protection holds.
     *
     * @since 0.1
     */
    public enum State {
        /** The template asks for all of it, literally. */
        HOLDS,
        /** The template turns at least a part of it off, or leaves that to the service's own default. */
        MISSING,
        /** At least a part of it is decided by a parameter, a condition or anything else outside the literal template. */
        UNKNOWN
    }

    /**
     * What a protection is about.
     *
     * @since 0.1
     */
    public enum Topic {
        /** Block Public Access and ACLs. */
        PUBLIC_ACCESS("public access", false),
        /** Default encryption, its key, and SSE-C. */
        ENCRYPTION("encryption", false),
        /** Versioning and the life of noncurrent versions. */
        VERSIONING("versioning", false),
        /** Object Lock and its default retention. */
        OBJECT_LOCK("Object Lock", true),
        /** Server access logs. */
        ACCESS_LOGS("access logs", false),
        /** Incomplete multipart uploads and expiring objects. */
        LIFECYCLE("lifecycle", false),
        /** Events sent to Amazon EventBridge. */
        EVENTBRIDGE("EventBridge", true),
        /** Replication to other buckets. */
        REPLICATION("replication", true),
        /** What happens to the bucket when its stack is deleted. */
        DELETION("deletion", false),
        /** The bucket policy: statements, size, and what it denies. */
        BUCKET_POLICY("bucket policy", false);

        private final String label;
        private final boolean optional;

        Topic(String label, boolean optional) {
            this.label = label;
            this.optional = optional;
        }

        /** The words at the start of its line. */
        public String label() {
            return label;
        }

        /** Whether many a good bucket goes without it. */
        boolean optional() {
            return optional;
        }
    }
}

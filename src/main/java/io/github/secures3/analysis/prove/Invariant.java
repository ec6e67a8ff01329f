package io.github.secures3.analysis.prove;

import io.github.secures3.analysis.model.Bucket;
import io.github.secures3.policy.Statement;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * A sentence about all requests to a bucket: such a request is never allowed, or always.
 *
 * <p>Requests are told by statements, whose effect does not count: one that a statement matches is meant. A statement without principals means
 * every caller, one without resources the bucket and all in it.
 *
 * @see Invariants
 * @since 0.1
 */
public final class Invariant {

    /** Whether the requests must be refused or granted. */
    public enum Demand {
        /** No such request is allowed. */
        NEVER,
        /** Every such request is allowed. */
        ALWAYS
    }

    /** Which bucket policy counts. */
    public enum BucketPolicy {
        /** The one in the templates. */
        AS_WRITTEN,
        /** Any that somebody could put there, as Block Public Access and organization policies have to hold without it. */
        ANY
    }

    private final String id;
    private final String sentence;
    private final Demand demand;
    private final BucketPolicy bucketPolicy;
    private final Function<BucketFacts, List<Statement>> requests;
    private final boolean oneIsEnough;
    private final Doubts doubts;

    /** What keeps a sentence about requests from meaning what it says, for a bucket. */
    interface Doubts {

        /** Why it is undecided though no request breaks it; empty where there is no reason. */
        List<String> about(Bucket bucket, Scenes scenes);
    }

    private Invariant(
            String id,
            String sentence,
            Demand demand,
            BucketPolicy bucketPolicy,
            Function<BucketFacts, List<Statement>> requests,
            boolean oneIsEnough,
            Doubts doubts) {
        this.id = Objects.requireNonNull(id, "id");
        this.sentence = Objects.requireNonNull(sentence, "sentence");
        this.demand = demand;
        this.bucketPolicy = bucketPolicy;
        this.requests = requests;
        this.oneIsEnough = oneIsEnough;
        this.doubts = doubts;
    }

    /**
     * No request that one of the statements matches is allowed.
     *
     * @param id its name, lower-case words joined by hyphens
     * @param sentence what it says, without a full stop
     * @param requests the statements for a bucket
     */
    public static Invariant never(String id, String sentence, Function<BucketFacts, List<Statement>> requests) {
        return new Invariant(
                id, sentence, Demand.NEVER, BucketPolicy.AS_WRITTEN, requests, false, (bucket, scenes) -> List.of());
    }

    /**
     * Every ordinary request that one of the statements matches is allowed: a signed one over TLS 1.3, on the public network, that carries an optional
     * header, a tag or a VPC endpoint only where the statement tests its key, and names an access point only where the statement tests a key of access
     * points. Callers that the templates do not hold are taken to have policies of their own that allow everything.
     */
    public static Invariant always(String id, String sentence, Function<BucketFacts, List<Statement>> requests) {
        return new Invariant(
                id, sentence, Demand.ALWAYS, BucketPolicy.AS_WRITTEN, requests, false, (bucket, scenes) -> List.of());
    }

    /** The same sentence, whatever bucket policy is put in place of the one in the templates. */
    Invariant underAnyBucketPolicy() {
        return new Invariant(id, sentence, demand, BucketPolicy.ANY, requests, oneIsEnough, doubts);
    }

    /**
     * The same sentence for those who ask only whether it holds: one counterexample ends the search, so a refutation tells of no other way, and the first
     * that comes will do, however many keys its request carries.
     */
    public Invariant refutedByOne() {
        return new Invariant(id, sentence, demand, bucketPolicy, requests, true, doubts);
    }

    /** The same sentence, undecided where it is not refuted and there are such doubts. */
    Invariant doubtedBy(Doubts other) {
        return new Invariant(id, sentence, demand, bucketPolicy, requests, oneIsEnough, other);
    }

    /** Why the sentence is undecided for the bucket though no request breaks it. */
    List<String> doubts(Bucket bucket, Scenes scenes) {
        return doubts.about(bucket, scenes);
    }

    /** Whether one counterexample ends the search. */
    boolean isRefutedByOne() {
        return oneIsEnough;
    }

    /** Its name, such as {@code no-plain-http}. */
    public String id() {
        return id;
    }

    /** What it says, without a full stop. */
    public String sentence() {
        return sentence;
    }

    /** Whether the requests must be refused or granted. */
    public Demand demand() {
        return demand;
    }

    /** Which bucket policy counts. */
    public BucketPolicy bucketPolicy() {
        return bucketPolicy;
    }

    /** The statements that tell the requests to this bucket. */
    public List<Statement> requests(BucketFacts bucket) {
        return requests.apply(bucket);
    }

    @Override
    public String toString() {
        return id + ": " + sentence;
    }
}

package io.github.secures3.analysis.evaluate;

import io.github.secures3.analysis.evaluate.matching.Truth;
import io.github.secures3.policy.PolicyDocument;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A policy document in its place, prepared for any number of decisions.
 *
 * <p>Preparing takes the patterns apart; keep and share the object rather than making it anew for each decision.
 *
 * @since 0.1
 */
public final class AttachedPolicy {

    private final PolicyDocument document;
    private final @Nullable PolicyOrigin origin;
    private final List<PolicyOrigin> places;
    private final List<StatementPredicate> statements;
    private final Truth publicForBucket;
    private final Truth publicForAccessPoint;

    private AttachedPolicy(PolicyDocument document, @Nullable PolicyOrigin origin, List<PolicyOrigin> places) {
        this.document = document;
        this.origin = origin;
        this.places = List.copyOf(places);
        List<StatementPredicate> prepared = new ArrayList<>();
        document.statements()
                .forEach(statement -> prepared.add(StatementPredicate.of(statement, document.effectiveVersion())));
        this.statements = List.copyOf(prepared);
        this.publicForBucket = PublicPolicy.ofBucket(document);
        this.publicForAccessPoint = PublicPolicy.ofAccessPoint(document);
    }

    /** A document of which nobody said where it stands. */
    public static AttachedPolicy of(PolicyDocument document) {
        return new AttachedPolicy(document, null, List.of());
    }

    /** A document that stands at this place. */
    public static AttachedPolicy of(PolicyDocument document, PolicyOrigin origin) {
        return new AttachedPolicy(document, origin, List.of());
    }

    /** A document that stands at this place, each of its statements at its own. */
    public static AttachedPolicy of(PolicyDocument document, PolicyOrigin origin, List<PolicyOrigin> statements) {
        return new AttachedPolicy(document, origin, statements);
    }

    /** Another document in the same place, which has as many statements. */
    public AttachedPolicy with(PolicyDocument other) {
        return new AttachedPolicy(other, origin, places);
    }

    /** The document. */
    public PolicyDocument document() {
        return document;
    }

    /** Where it stands, or null. */
    public @Nullable PolicyOrigin origin() {
        return origin;
    }

    /** Where the statement of this number stands, or the document where nobody said more, or null. */
    public @Nullable PolicyOrigin origin(int statement) {
        return statement < places.size() ? places.get(statement) : origin;
    }

    /**
     * Whether S3 Block Public Access takes the document, as a bucket policy, for public.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-status">
     *     The meaning of "public"</a>
     */
    public Truth isPublicForBucket() {
        return publicForBucket;
    }

    /** Whether S3 Block Public Access takes the document, as the policy of an access point that answers to the internet, for public. */
    public Truth isPublicForAccessPoint() {
        return publicForAccessPoint;
    }

    /** Its statements, prepared, in their order. */
    public List<StatementPredicate> statements() {
        return statements;
    }
}

package io.github.secures3.analysis.model;

import io.github.secures3.policy.PolicyDocument;
import io.github.secures3.policy.PolicyVersion;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A policy of a template: the statements that it surely has, and those that cannot be told.
 *
 * <p>A decision that rests on {@link #statements} alone is right only if the policy {@link #isComplete}.
 *
 * @param version the language version, or null where the document states none
 * @param id the id of the document, or null
 * @param statements the statements that the policy surely has, in their order
 * @param unknown the others, in their order
 * @param at where the document stands
 * @since 0.1
 */
public record LocatedPolicy(
        @Nullable PolicyVersion version,
        @Nullable String id,
        List<LocatedStatement> statements,
        List<UnknownStatement> unknown,
        Location at) {

    /** Copies the lists. */
    public LocatedPolicy {
        statements = List.copyOf(statements);
        unknown = List.copyOf(unknown);
        Objects.requireNonNull(at, "at");
    }

    /** Whether every statement of the policy is known. */
    public boolean isComplete() {
        return unknown.isEmpty();
    }

    /** The statements that the policy surely has, as a document. */
    public PolicyDocument knownPart() {
        return new PolicyDocument(
                version,
                id,
                statements.stream().map(LocatedStatement::statement).toList());
    }

    /** The whole policy; empty where a statement of it is unknown. */
    public Optional<PolicyDocument> document() {
        return isComplete() ? Optional.of(knownPart()) : Optional.empty();
    }
}

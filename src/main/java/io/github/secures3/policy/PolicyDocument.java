package io.github.secures3.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A policy: a version, an optional id and statements in their order.
 *
 * <p>The order carries no meaning for AWS; it is kept so that a document reads and writes the same.
 *
 * @param version the language version, or null where the document states none
 * @param id the optional identifier of the document
 * @param statements the statements; no two may share a Sid
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html">Grammar of the policy language</a>
 * @since 0.1
 */
public record PolicyDocument(
        @Nullable PolicyVersion version, @Nullable String id, List<Statement> statements) {

    /**
     * Copies the statements.
     *
     * @throws IllegalArgumentException if two statements carry the same Sid, naming it
     */
    public PolicyDocument {
        statements = List.copyOf(statements);
        requireDistinctSids(statements);
    }

    /** A document in the current language version. */
    public static PolicyDocument of(List<Statement> statements) {
        return new PolicyDocument(PolicyVersion.V2012_10_17, null, statements);
    }

    /** A document in the current language version. */
    public static PolicyDocument of(Statement... statements) {
        return of(Arrays.asList(statements));
    }

    /** This document with more statements at its end. */
    public PolicyDocument plus(List<Statement> more) {
        List<Statement> all = new ArrayList<>(statements);
        all.addAll(more);
        return new PolicyDocument(version, id, all);
    }

    /** The version that AWS evaluates this document under: the stated one, else 2008-10-17. */
    public PolicyVersion effectiveVersion() {
        PolicyVersion stated = version;
        return stated == null ? PolicyVersion.V2008_10_17 : stated;
    }

    private static void requireDistinctSids(List<Statement> statements) {
        Set<String> seen = new HashSet<>();
        for (Statement statement : statements) {
            String sid = statement.sid();
            if (sid != null && !sid.isEmpty() && !seen.add(sid)) {
                throw new IllegalArgumentException("two statements share the Sid '" + sid
                        + "'; a Sid must be unique within its policy, so rename one of them");
            }
        }
    }
}

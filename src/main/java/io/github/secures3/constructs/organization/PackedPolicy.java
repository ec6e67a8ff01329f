package io.github.secures3.constructs.organization;

import io.github.secures3.policy.PolicyDocument;
import io.github.secures3.policy.Statement;
import java.util.List;
import java.util.Objects;

/**
 * One organization policy as it will be written.
 *
 * @param document the minified document
 * @param characters its size; where CDK tokens take part, its size with each of them at its longest
 * @param limit how many characters it may have
 * @since 0.1
 */
public record PackedPolicy(PolicyDocument document, int characters, int limit) {

    /** The Sids of its statements, in their order. */
    public List<String> sids() {
        return document.statements().stream()
                .map(Statement::sid)
                .map(Objects::requireNonNull)
                .toList();
    }

    /** How many characters are left. */
    public int room() {
        return limit - characters;
    }
}

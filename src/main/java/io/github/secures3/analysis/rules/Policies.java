package io.github.secures3.analysis.rules;

import io.github.secures3.analysis.model.Bucket;
import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.model.LocatedStatement;
import java.util.stream.Stream;

/** The statements of policies. */
final class Policies {

    private Policies() {}

    /** What the policy of a bucket surely says. */
    static Stream<LocatedStatement> statements(Estate estate, Bucket bucket) {
        return estate.policiesOf(bucket).stream()
                .flatMap(policy -> policy.document().known().stream())
                .flatMap(document -> document.statements().stream());
    }
}

package io.github.secures3.analysis.evaluate.estate;

import io.github.secures3.analysis.evaluate.AttachedPolicy;
import io.github.secures3.analysis.evaluate.PolicyOrigin;
import io.github.secures3.analysis.evaluate.Situation;
import io.github.secures3.analysis.model.Bucket;
import io.github.secures3.analysis.model.Estate;
import io.github.secures3.policy.PolicyDocument;
import io.github.secures3.policy.Resources;
import io.github.secures3.policy.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Keeps policies about one bucket apart from another: names of buckets are unique, so what a policy says about another bucket of the estate
 * is not about this one, even where the deployment makes up both names.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html">Bucket names are unique</a>
 */
final class OtherBuckets {

    /** Matches no resource of S3, whatever the deployment makes up. */
    private static final String NOTHING = "arn:aws:another-bucket:::";

    private final Set<String> arns;

    private OtherBuckets(Set<String> arns) {
        this.arns = arns;
    }

    static Situation leaveOut(Situation situation, Estate estate, @Nullable Bucket bucket) {
        if (bucket == null || !bucket.name().isUnknown()) {
            return situation;
        }
        Set<String> others = estate.buckets().stream()
                .filter(other -> other.name().isUnknown() && !other.arn().equals(bucket.arn()))
                .map(Bucket::arn)
                .collect(Collectors.toCollection(HashSet::new));
        return others.isEmpty() ? situation : new OtherBuckets(others).narrowed(situation);
    }

    private Situation narrowed(Situation situation) {
        Situation.Builder builder = situation.toBuilder();
        builder.identityPolicies(
                situation.identityPolicies().stream().map(this::narrowed).toList());
        AttachedPolicy boundary = situation.permissionsBoundary();
        if (boundary != null) {
            builder.permissionsBoundary(narrowed(boundary));
        }
        return builder.build();
    }

    private AttachedPolicy narrowed(AttachedPolicy policy) {
        PolicyDocument before = policy.document();
        List<Statement> statements = new ArrayList<>();
        before.statements().forEach(statement -> statements.add(narrowed(statement)));
        if (statements.equals(before.statements())) {
            return policy;
        }
        PolicyDocument document = new PolicyDocument(before.version(), before.id(), statements);
        PolicyOrigin origin = policy.origin();
        return origin == null ? AttachedPolicy.of(document) : AttachedPolicy.of(document, origin);
    }

    private Statement narrowed(Statement statement) {
        Resources resources = statement.resources();
        if (resources == null || resources.patterns().stream().noneMatch(this::isAboutAnother)) {
            return statement;
        }
        List<String> rest = new ArrayList<>();
        for (String pattern : resources.patterns()) {
            rest.add(isAboutAnother(pattern) ? NOTHING : pattern);
        }
        return new Statement(
                statement.sid(),
                statement.effect(),
                statement.principals(),
                statement.actions(),
                new Resources(resources.negated(), rest),
                statement.conditions());
    }

    private boolean isAboutAnother(String pattern) {
        // The bucket ends at the slash after its name, which is a marker without slashes of its own meaning.
        return arns.stream().anyMatch(arn -> pattern.equals(arn) || pattern.startsWith(arn + "/"));
    }
}

package io.github.secures3.analysis.rules;

import io.github.secures3.analysis.finding.Evidence;
import io.github.secures3.analysis.finding.Finding;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.LocatedStatement;
import io.github.secures3.policy.Arn;
import io.github.secures3.policy.Resources;
import io.github.secures3.policy.UnresolvedToken;
import io.github.secures3.policy.catalog.ActionDefinition;
import io.github.secures3.policy.catalog.ServiceCatalog;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Finds S3 actions whose statement names no resource that they work on, such as {@code s3:ListBucket} on objects or {@code s3:GetObject} on the
 * bucket. S3 refuses such a bucket policy, and IAM grants nothing by it.
 *
 * @see <a href="https://docs.aws.amazon.com/service-authorization/latest/reference/list_s3.html">Resource types of each action</a>
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/security_iam_service-with-iam.html">How S3 works with IAM</a>
 * @since 0.1
 */
public final class PolicyResourceOfAction implements Rule {

    private static final RuleProfile PROFILE = RuleProfile.of(
                    "policy.resource-of-action",
                    Severity.WARNING,
                    "Every action meets a resource that it works on",
                    "https://docs.aws.amazon.com/service-authorization/latest/reference/list_s3.html")
            .build();

    @Override
    public RuleProfile profile() {
        return PROFILE;
    }

    @Override
    public void check(CheckContext context, Consumer<Finding> findings) {
        Claims claims = new Claims(this, findings);
        for (StatedPolicy policy : context.policies()) {
            for (LocatedStatement located : policy.statements()) {
                Resources resources = located.statement().resources();
                if (resources != null
                        && !resources.negated()
                        && !located.statement().actions().negated()) {
                    check(policy, located, reached(resources.patterns()), claims);
                }
            }
        }
    }

    private static void check(StatedPolicy policy, LocatedStatement located, Set<Reach> reached, Claims claims) {
        if (reached.contains(Reach.ANYTHING)) {
            return;
        }
        for (String pattern : located.statement().actions().patterns()) {
            List<ActionDefinition> actions = ServiceCatalog.s3().matching(pattern);
            boolean meets = actions.isEmpty() || actions.stream().anyMatch(action -> meets(action, reached));
            if (!meets) {
                claims.add(claims.violated(
                                policy.element(),
                                StatedPolicy.name(located) + " has no resource that " + pattern + " works on",
                                reached.contains(Reach.OBJECTS)
                                        ? "name the bucket itself, such as arn:aws:s3:::bucket"
                                        : "name the objects, such as arn:aws:s3:::bucket/*")
                        .at(located.at())
                        .with(
                                Evidence.Kind.STATEMENT,
                                pattern + " on "
                                        + UnresolvedToken.shown(String.join(
                                                ", ",
                                                located.statement().resources() == null
                                                        ? List.of()
                                                        : located.statement()
                                                                .resources()
                                                                .patterns()))));
            }
        }
    }

    private static boolean meets(ActionDefinition action, Set<Reach> reached) {
        return action.resources().stream()
                .map(ActionDefinition.Target::resourceType)
                .anyMatch(type -> (type.equals("bucket") && reached.contains(Reach.BUCKETS))
                        || (type.equals("object") && reached.contains(Reach.OBJECTS)));
    }

    /** What the patterns reach; anything where one is no plain ARN of a bucket or its objects. */
    private static Set<Reach> reached(List<String> patterns) {
        Set<Reach> reached = EnumSet.noneOf(Reach.class);
        for (String pattern : patterns) {
            Arn.find(pattern)
                    .filter(arn -> arn.service().equals("s3"))
                    .filter(arn -> arn.region().isEmpty() && arn.account().isEmpty())
                    .ifPresentOrElse(
                            arn -> reached.addAll(reached(UnresolvedToken.removeFrom(arn.resource()))),
                            () -> reached.add(Reach.ANYTHING));
        }
        return reached;
    }

    private static Set<Reach> reached(String resource) {
        if (resource.indexOf('/') >= 0) {
            return EnumSet.of(Reach.OBJECTS);
        }
        return resource.indexOf('*') >= 0 ? EnumSet.of(Reach.BUCKETS, Reach.OBJECTS) : EnumSet.of(Reach.BUCKETS);
    }

    /** What a resource pattern can reach. */
    private enum Reach {
        BUCKETS,
        OBJECTS,
        ANYTHING
    }
}

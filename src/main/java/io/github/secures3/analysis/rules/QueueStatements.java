package io.github.secures3.analysis.rules;

import io.github.secures3.analysis.evaluate.DemandedKeys;
import io.github.secures3.analysis.evaluate.matching.Truth;
import io.github.secures3.analysis.model.Element;
import io.github.secures3.policy.Arn;
import io.github.secures3.policy.Comparison;
import io.github.secures3.policy.Condition;
import io.github.secures3.policy.Effect;
import io.github.secures3.policy.Pattern;
import io.github.secures3.policy.Principal;
import io.github.secures3.policy.Principals;
import io.github.secures3.policy.Resources;
import io.github.secures3.policy.Statement;
import io.github.secures3.policy.UnresolvedToken;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a statement of a queue policy does.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-security-best-practices.html">Security best practices for Amazon SQS</a>
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/grant-destinations-permissions-to-s3.html">Permissions to publish event notifications</a>
 */
final class QueueStatements {

    private static final Principal S3 = Principal.service("s3.amazonaws.com");
    private static final Set<String> EVERY_ACTION = Set.of("sqs:*", "*");
    private static final Set<String> RESOURCE = Set.of("aws:sourcearn");
    private static final Set<String> OWNER = Set.of("aws:sourceaccount", "aws:sourceorgid", "aws:sourceorgpaths");

    /** Keys that requests of S3 do not carry. */
    private static final Set<String> OF_CALLERS = Set.of(
            "aws:principalaccount",
            "aws:principalarn",
            "aws:principalorgid",
            "aws:principalorgpaths",
            "aws:sourcevpc",
            "aws:sourcevpce");

    private QueueStatements() {}

    /** Whether it denies everything on the queue to everyone over plain HTTP. */
    static Truth refusesHttp(Statement statement, Element queue) {
        boolean everything = statement.effect() == Effect.DENY
                && names(statement.principals(), Principal::isEveryone)
                && !statement.actions().negated()
                && statement.actions().patterns().stream()
                        .anyMatch(action -> EVERY_ACTION.contains(action.toLowerCase(Locale.ROOT)))
                && statement.conditions().all().size() == 1
                && statement.conditions().all().stream().allMatch(QueueStatements::isPlainHttp);
        return everything ? isAbout(statement.resources(), queue) : Truth.FALSE;
    }

    private static boolean isPlainHttp(Condition condition) {
        return condition.key().equalsIgnoreCase("aws:SecureTransport")
                && condition.operator().comparison() == Comparison.BOOL
                && condition.values().stream()
                        .allMatch(value -> value.text().toLowerCase(Locale.ROOT).equals("false"));
    }

    /** Whether it names the queue. The name that CloudFormation makes up for one may fit a pattern or not. */
    private static Truth isAbout(@Nullable Resources resources, Element queue) {
        if (resources == null || resources.negated()) {
            return Truth.FALSE;
        }
        Truth any = Truth.FALSE;
        for (String pattern : resources.patterns()) {
            any = any.or(isAbout(pattern, queue));
        }
        return any;
    }

    private static Truth isAbout(String pattern, Element queue) {
        String last = Arn.find(pattern).map(Arn::resource).orElse(pattern);
        if (last.equals("*") || EventQueues.mentions(pattern, queue)) {
            return Truth.TRUE;
        }
        boolean open = UnresolvedToken.namesIn(last).stream().anyMatch(name -> !name.endsWith(".Arn"));
        Pattern names = Pattern.parse(last);
        Optional<String> name = EventQueues.name(queue);
        if (open || (name.isEmpty() && names.hasWildcards())) {
            return Truth.unknown("whether " + pattern + " is the queue only the deployment tells");
        }
        return Truth.of(name.filter(names::matches).isPresent());
    }

    /** Whether it lets S3 send messages for buckets that are not named, or for those of anybody. */
    static boolean letsS3SendForAnybody(Statement statement) {
        Principals principals = statement.principals();
        boolean s3 = names(principals, S3::equals)
                || (names(principals, Principal::isEveryone)
                        && !DemandedKeys.anyIn(statement, OF_CALLERS)
                        && statement.conditions().all().stream().noneMatch(QueueStatements::isNetwork));
        return statement.effect() == Effect.ALLOW
                && s3
                && sends(statement)
                && !(DemandedKeys.anyIn(statement, RESOURCE) && DemandedKeys.anyIn(statement, OWNER));
    }

    private static boolean sends(Statement statement) {
        boolean named = statement.actions().patterns().stream()
                .anyMatch(action -> Pattern.parse(action).matchesIgnoringCase("sqs:SendMessage"));
        return named != statement.actions().negated();
    }

    /** S3 comes from no address that a policy could name. */
    private static boolean isNetwork(Condition condition) {
        return condition.operator().comparison() == Comparison.IP_ADDRESS
                && !condition.operator().ifExists();
    }

    private static boolean names(@Nullable Principals principals, Predicate<Principal> which) {
        return principals != null
                && !principals.negated()
                && principals.members().stream().anyMatch(which);
    }
}

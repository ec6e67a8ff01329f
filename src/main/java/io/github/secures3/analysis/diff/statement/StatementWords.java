package io.github.secures3.analysis.diff.statement;

import io.github.secures3.policy.Condition;
import io.github.secures3.policy.ConditionValue;
import io.github.secures3.policy.Effect;
import io.github.secures3.policy.PolicyVersion;
import io.github.secures3.policy.Principal;
import io.github.secures3.policy.Principals;
import io.github.secures3.policy.Resources;
import io.github.secures3.policy.Statement;
import io.github.secures3.policy.UnresolvedToken;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A statement in words, for a sentence and for comparison.
 *
 * @since 0.1
 */
public final class StatementWords {

    private static final int SHOWN = 3;
    private static final Set<String> SERVICES = Set.of(
            "s3",
            "s3-object-lambda",
            "s3-outposts",
            "s3express",
            "s3files",
            "s3tables",
            "s3vectors",
            "kms",
            "sts",
            "iam",
            "organizations",
            "backup",
            "backup-storage");

    private StatementWords() {}

    /** A text that is the same for statements which say the same, whatever their Sid and the order of their lists. */
    public static String canonical(Statement statement, @Nullable PolicyVersion version) {
        Principals principals = statement.principals();
        Resources resources = statement.resources();
        String text = statement.effect()
                + " principals "
                + (principals == null
                        ? ""
                        : negated(principals.negated()) + sorted(principals.members(), StatementWords::who))
                + " actions "
                + negated(statement.actions().negated())
                + sorted(statement.actions().patterns(), action -> action.toLowerCase(Locale.ROOT))
                + " resources "
                + (resources == null ? "" : negated(resources.negated()) + sorted(resources.patterns(), each -> each))
                + " conditions "
                + sorted(statement.conditions().all(), StatementWords::condition);
        // Variables mean something in the newer version of the language alone.
        return hasVariable(text) ? stated(version).text() + " " + text : text;
    }

    /** Whether a statement means the same in two versions of the language; a policy that states none is in the older. */
    public static boolean saysTheSameInBoth(
            Statement statement, @Nullable PolicyVersion one, @Nullable PolicyVersion other) {
        return canonical(statement, one).equals(canonical(statement, other));
    }

    /** What a statement says, with the language of its policy where it says something else in that of another version. */
    public static String about(
            Statement statement, @Nullable PolicyVersion version, @Nullable PolicyVersion versionOfOther) {
        return saysTheSameInBoth(statement, version, versionOfOther)
                ? about(statement)
                : about(statement) + " in language version " + stated(version).text();
    }

    private static boolean hasVariable(String text) {
        return text.contains("${") && UnresolvedToken.removeFrom(text).contains("${");
    }

    private static PolicyVersion stated(@Nullable PolicyVersion version) {
        return version == null ? PolicyVersion.V2008_10_17 : version;
    }

    private static String condition(Condition condition) {
        return condition.operator().text() + " " + condition.key().toLowerCase(Locale.ROOT) + " "
                + sorted(condition.values(), ConditionValue::text);
    }

    private static String who(Principal principal) {
        return principal.isEveryone() ? "everyone" : principal.type().text() + " " + principal.value();
    }

    private static String negated(boolean negated) {
        return negated ? "all but " : "";
    }

    private static <T> String sorted(List<T> values, Function<T, String> text) {
        return values.stream().map(text).sorted().distinct().collect(Collectors.joining(", ", "[", "]"));
    }

    /** What the statement is about, without its effect, such as {@code s3:GetObject on arn:aws:s3:::data/* for everyone}. */
    public static String about(Statement statement) {
        StringBuilder text = new StringBuilder();
        text.append(statement.actions().negated() ? "all actions but " : "")
                .append(some(statement.actions().patterns()));
        Resources resources = statement.resources();
        if (resources != null) {
            text.append(" on ")
                    .append(resources.negated() ? "everything but " : "")
                    .append(some(resources.patterns()));
        }
        Principals principals = statement.principals();
        if (principals != null) {
            text.append(" for ")
                    .append(principals.negated() ? "everyone but " : "")
                    .append(some(principals.members().stream()
                            .map(StatementWords::who)
                            .toList()));
        }
        List<Condition> conditions = statement.conditions().all();
        if (!conditions.isEmpty()) {
            text.append(" if ")
                    .append(some(conditions.stream()
                            .map(condition -> condition.operator().text() + " " + condition.key() + " "
                                    + some(condition.values().stream()
                                            .map(ConditionValue::text)
                                            .toList()))
                            .toList()));
        }
        return text.toString();
    }

    private static String some(List<String> values) {
        String shown = String.join(", ", values.subList(0, Math.min(SHOWN, values.size())));
        return values.size() > SHOWN ? shown + " and " + (values.size() - SHOWN) + " more" : shown;
    }

    /** Whether the statement may be about data in S3, keys, or those who hand out rights to them. */
    public static boolean mayMatter(Statement statement) {
        return statement.actions().negated()
                || statement.actions().patterns().stream().anyMatch(StatementWords::mayMatter);
    }

    private static boolean mayMatter(String action) {
        int colon = action.indexOf(':');
        String service = (colon < 0 ? action : action.substring(0, colon)).toLowerCase(Locale.ROOT);
        boolean open = service.contains("*") || service.contains("?") || service.contains("${");
        return open || SERVICES.contains(service);
    }

    /** Whether it allows. */
    public static boolean isAllow(Statement statement) {
        return statement.effect() == Effect.ALLOW;
    }
}

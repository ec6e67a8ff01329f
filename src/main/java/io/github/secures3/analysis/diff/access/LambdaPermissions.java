package io.github.secures3.analysis.diff.access;

import io.github.secures3.analysis.diff.difference.Change;
import io.github.secures3.analysis.diff.difference.DiffEvaluator;
import io.github.secures3.analysis.diff.difference.Differences;
import io.github.secures3.analysis.diff.difference.Direction;
import io.github.secures3.analysis.diff.difference.Fact;
import io.github.secures3.analysis.diff.difference.Kind;
import io.github.secures3.analysis.diff.difference.Pair;
import io.github.secures3.analysis.diff.difference.Setting;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.model.LambdaPermission;
import io.github.secures3.analysis.model.Location;
import io.github.secures3.analysis.model.Resource;
import io.github.secures3.analysis.model.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Who may invoke a function, and so make use of what its role may do.
 *
 * <p>A permission for everybody, for an account, or for a service whoever makes it call, weakens where it is new. One for a service on behalf of
 * a certain resource or account does not: it is what S3 needs to deliver its events. Wildcards in the ARN count, so that one which names no account
 * and stands for buckets of any name binds nothing. Another function, caller or origin is undecided.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html">Resource-based policies in Lambda</a>
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-permission.html">AWS::Lambda::Permission</a>
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html">Access to function URLs</a>
 * @since 0.1
 */
public final class LambdaPermissions implements DiffEvaluator {

    private static final Fact FACT =
            Fact.of("lambda-permission", "nobody else may invoke a function", Kind.ACCESS, Severity.WARNING);
    private static final String FIX = "name who calls, by SourceArn and SourceAccount where that is a service";
    private static final Setting<String> URL = Setting.<String>of(
                    FACT,
                    "signing in to the function URL",
                    "let callers sign in with AWS_IAM",
                    Comparator.comparing(List.of("any", "NONE", "AWS_IAM")::indexOf))
            .byDefault("any");
    private static final String SERVICE = ".amazonaws.com";

    @Override
    public List<Fact> facts() {
        return List.of(FACT);
    }

    @Override
    public List<Change> evaluate(Differences differences) {
        List<Change> changes = new ArrayList<>();
        for (LambdaPermission permission : differences.removed(LambdaPermission.class)) {
            opens(permission, differences.base())
                    .ifPresent(direction -> changes.add(FACT.removed(
                            permission,
                            direction.reversed(),
                            who(permission) + " can no longer invoke " + of(permission) + doubt(permission, direction),
                            FIX)));
        }
        for (LambdaPermission permission : differences.added(LambdaPermission.class)) {
            opens(permission, differences.head())
                    .ifPresent(direction -> changes.add(FACT.added(
                            permission,
                            direction,
                            who(permission) + " can now invoke " + of(permission) + doubt(permission, direction),
                            FIX)));
        }
        for (Pair<LambdaPermission> pair : differences.pairs(LambdaPermission.class)) {
            compare(pair, changes);
        }
        return changes;
    }

    private static void compare(Pair<LambdaPermission> pair, List<Change> changes) {
        LambdaPermission base = pair.base();
        LambdaPermission head = pair.head();
        if (!same(base.function(), head.function())
                || !same(base.action(), head.action())
                || !same(base.principal(), head.principal())) {
            changes.add(FACT.changed(
                    pair,
                    Direction.UNDECIDED,
                    who(base) + " could invoke " + of(base) + ", and " + who(head) + " can invoke " + of(head),
                    FIX));
            return;
        }
        origin(pair, "SourceArn", base.sourceArn(), head.sourceArn(), changes);
        origin(pair, "SourceAccount", base.sourceAccount(), head.sourceAccount(), changes);
        origin(pair, "PrincipalOrgID", base.organization(), head.organization(), changes);
        URL.compare(pair, base.urlAuthType(), head.urlAuthType()).ifPresent(changes::add);
    }

    private static void origin(
            Pair<LambdaPermission> pair, String name, Value<String> base, Value<String> head, List<Change> changes) {
        if (same(base, head)) {
            return;
        }
        Direction direction = Direction.UNDECIDED;
        if (base.isAbsent() || head.isAbsent()) {
            direction = head.isAbsent() ? Direction.WEAKENED : Direction.STRENGTHENED;
        }
        changes.add(FACT.changed(
                pair,
                place(base, pair.base()),
                place(head, pair.head()),
                direction,
                name + " of who may invoke the function was " + base.asText().orElse("not set") + " and is "
                        + head.asText().orElse("not set"),
                FIX));
    }

    private static Location place(Value<String> value, Resource resource) {
        return value.place().orElse(resource.element().at());
    }

    private static boolean same(Value<String> one, Value<String> other) {
        return one.asText().equals(other.asText());
    }

    /** What it does that there is such a permission; empty where it is bound to a certain resource, account or organization. */
    private static Optional<Direction> opens(LambdaPermission permission, Estate estate) {
        if (!permission.principal().isSurely(principal -> principal.endsWith(SERVICE))) {
            return Optional.of(Direction.WEAKENED);
        }
        if (!permission.sourceAccount().isAbsent() || !permission.organization().isAbsent()) {
            return Optional.empty();
        }
        return permission
                .sourceArn()
                .asText()
                .map(arn -> SourceArn.of(arn, estate))
                .orElse(Optional.of(Direction.WEAKENED));
    }

    private static String doubt(LambdaPermission permission, Direction direction) {
        String unknown = direction == Direction.UNDECIDED ? ", and for which resource cannot be told" : "";
        String source =
                permission.sourceArn().asText().map(arn -> " for " + arn).orElse("");
        return source + unknown;
    }

    private static String who(LambdaPermission permission) {
        String principal = permission.principal().asText().orElse("nobody");
        String who =
                principal.equals("*") ? "everybody" : principal.matches("\\d{12}") ? "account " + principal : principal;
        return permission
                .organization()
                .asText()
                .map(organization -> who + " in organization " + organization)
                .orElse(who);
    }

    private static String of(LambdaPermission permission) {
        return permission.function().asText().orElse("no function");
    }
}

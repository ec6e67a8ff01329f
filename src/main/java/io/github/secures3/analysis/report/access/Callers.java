package io.github.secures3.analysis.report.access;

import io.github.secures3.analysis.evaluate.RequestPrincipal;
import io.github.secures3.analysis.model.AccessPoint;
import io.github.secures3.analysis.model.Bucket;
import io.github.secures3.analysis.model.Element;
import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.model.IamRole;
import io.github.secures3.analysis.model.IamUser;
import io.github.secures3.analysis.model.LocatedPolicy;
import io.github.secures3.analysis.model.LocatedStatement;
import io.github.secures3.analysis.model.Stack;
import io.github.secures3.analysis.model.UnknownStatement;
import io.github.secures3.analysis.model.Value;
import io.github.secures3.policy.Effect;
import io.github.secures3.policy.Principal;
import io.github.secures3.policy.Principals;
import io.github.secures3.policy.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who is asked about: the roles and users of the estate, whoever the policies of a bucket name, and anybody. */
final class Callers {

    private static final Caller ANYBODY =
            new Caller(Caller.Kind.ANONYMOUS, "anybody, without credentials", "anonymous");

    /** AWS keeps these numbers for its documentation. */
    private static final List<String> STRANGERS = List.of("444455556666", "111122223333", "123456789012");

    private final Estate estate;
    private final List<Caller> identities = new ArrayList<>();
    private final Map<String, Caller> byArn = new LinkedHashMap<>();

    Callers(Estate estate) {
        this.estate = estate;
        estate.all(IamRole.class).forEach(role -> identity(Caller.Kind.ROLE, role.element(), role.arn()));
        estate.all(IamUser.class).forEach(user -> identity(Caller.Kind.USER, user.element(), user.arn()));
    }

    private void identity(Caller.Kind kind, Element element, String arn) {
        Caller caller = new Caller(kind, nameOf(element), element.id());
        identities.add(caller);
        byArn.put(arn, caller);
    }

    /** The construct path where there is one, without what CDK adds. */
    static String nameOf(Element element) {
        String path = element.constructPath();
        return path == null ? element.id() : path.replaceFirst("/(Resource|Default)$", "");
    }

    /** All who are asked about for this bucket, the widest first. */
    List<Caller> of(Bucket bucket, List<AccessPoint> points) {
        Map<String, Caller> callers = new LinkedHashMap<>();
        add(ANYBODY, callers);
        add(stranger(), callers);
        List<Value<LocatedPolicy>> policies = new ArrayList<>();
        estate.policiesOf(bucket).forEach(policy -> policies.add(policy.document()));
        points.forEach(point -> policies.add(point.policy()));
        for (Value<LocatedPolicy> policy : policies) {
            policy.known().ifPresent(known -> named(known).forEach(caller -> add(caller, callers)));
        }
        identities.forEach(caller -> add(caller, callers));
        List<Caller> sorted = new ArrayList<>(callers.values());
        sorted.sort((one, other) -> one.kind().compareTo(other.kind()));
        return sorted;
    }

    private static void add(Caller caller, Map<String, Caller> callers) {
        callers.putIfAbsent(caller.principal(), caller);
    }

    /** Stands, beside this account, for one whose number only the deployment knows. */
    static String accountOtherThan(String account) {
        return STRANGERS.get(0).equals(account) ? STRANGERS.get(1) : STRANGERS.get(0);
    }

    private Caller stranger() {
        List<String> own = estate.stacks().stream()
                .map(Stack::account)
                .map(Value::asText)
                .flatMap(Optional::stream)
                .toList();
        String account = STRANGERS.stream()
                .filter(each -> !own.contains(each))
                .findFirst()
                .orElse("444455556666");
        return new Caller(Caller.Kind.STRANGER, "any other AWS account", account);
    }

    private List<Caller> named(LocatedPolicy policy) {
        List<Statement> statements = new ArrayList<>();
        policy.statements().stream().map(LocatedStatement::statement).forEach(statements::add);
        for (UnknownStatement unknown : policy.unknown()) {
            Statement candidate = unknown.candidate();
            if (candidate != null) {
                statements.add(candidate);
            }
        }
        List<Caller> callers = new ArrayList<>();
        for (Statement statement : statements) {
            Principals principals = statement.principals();
            if (statement.effect() == Effect.ALLOW && principals != null && !principals.negated()) {
                principals.members().forEach(member -> caller(member).ifPresent(callers::add));
            }
        }
        return callers;
    }

    private Optional<Caller> caller(Principal principal) {
        String value = principal.value();
        return switch (principal.type()) {
            case EVERYONE -> Optional.empty();
            case SERVICE -> Optional.of(new Caller(Caller.Kind.SERVICE, value, value));
            case FEDERATED, CANONICAL_USER -> Optional.of(new Caller(Caller.Kind.PRINCIPAL, value, value));
            case AWS -> principal.isEveryone() ? Optional.empty() : Optional.of(aws(value));
        };
    }

    private Caller aws(String value) {
        Caller own = byArn.get(value);
        if (own != null) {
            return own;
        }
        try {
            RequestPrincipal parsed = RequestPrincipal.parse(value);
            boolean account = parsed.kind() == RequestPrincipal.Kind.ROOT;
            return new Caller(
                    account ? Caller.Kind.ACCOUNT : Caller.Kind.PRINCIPAL,
                    account ? "account " + parsed.account() : value,
                    value);
        } catch (IllegalArgumentException noPrincipal) {
            return new Caller(Caller.Kind.PRINCIPAL, value, value);
        }
    }
}

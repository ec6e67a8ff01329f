package io.github.secures3.analysis.prove;

import io.github.secures3.analysis.evaluate.AccessPoint;
import io.github.secures3.analysis.evaluate.AttachedPolicy;
import io.github.secures3.analysis.evaluate.Encryption;
import io.github.secures3.analysis.evaluate.Layer;
import io.github.secures3.analysis.evaluate.Situation;
import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.model.Stack;
import io.github.secures3.policy.Actions;
import io.github.secures3.policy.Condition;
import io.github.secures3.policy.ConditionValue;
import io.github.secures3.policy.Conditions;
import io.github.secures3.policy.PolicyDocument;
import io.github.secures3.policy.Principal;
import io.github.secures3.policy.Principals;
import io.github.secures3.policy.Resources;
import io.github.secures3.policy.Statement;
import io.github.secures3.policy.UnresolvedToken;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Gives an account to the stacks that are bound to none, all the same one.
 *
 * <p>What is proved for an account that no template names holds for every other such account.
 */
final class AccountBinding {

    private static final int MOST_NAMED = 16;
    private static final Pattern ACCOUNT = Pattern.compile("(?<![0-9])[0-9]{12}(?![0-9])");
    private static final List<String> EXAMPLES = List.of("111122223333", "444455556666", "123456789012");

    private final Map<String, String> accounts = new LinkedHashMap<>();
    private final List<String> notes;

    private AccountBinding(List<Estate> estates, String account) {
        Set<String> stacks = new TreeSet<>();
        for (Estate estate : estates) {
            for (Stack stack : estate.stacks()) {
                stack.account().asText().filter(UnresolvedToken::isIn).ifPresent(token -> {
                    accounts.put(token, account);
                    stacks.add(stack.id());
                });
            }
        }
        this.notes = stacks.isEmpty()
                ? List.of()
                : List.of("the account of " + String.join(", ", stacks) + " is taken to be " + account
                        + ", for the templates are bound to none");
    }

    private static Set<String> namedIn(List<Estate> estates) {
        Set<String> named = new TreeSet<>();
        for (Estate estate : estates) {
            estate.stacks().forEach(stack -> stack.account().known().ifPresent(named::add));
            estate.resources()
                    .forEach(resource -> resource.element()
                            .properties()
                            .values()
                            .forEach(property -> addAccounts(property.asText().orElse(""), named)));
        }
        return named;
    }

    private static void addAccounts(String text, Set<String> accounts) {
        Matcher number = ACCOUNT.matcher(text);
        while (number.find()) {
            accounts.add(number.group());
        }
    }

    /** An account of AWS's documentation, or, where the templates name all of these, the next number that they do not. */
    private static String unnamed(Set<String> named) {
        long next = Long.parseLong(EXAMPLES.get(0));
        return Stream.concat(
                        EXAMPLES.stream(),
                        LongStream.iterate(next, number -> number + 1).mapToObj(Long::toString))
                .filter(account -> !named.contains(account))
                .findFirst()
                .orElseThrow();
    }

    /**
     * The accounts that the stacks of these estates can be in, each a binding of its own: one that no template names, and each that they name, a few
     * at the most. Versions of one estate are bound alike, so that they can be compared.
     */
    static List<AccountBinding> all(Estate... estates) {
        List<Estate> versions = List.of(estates);
        AccountBinding bound = new AccountBinding(versions, EXAMPLES.get(0));
        if (bound.accounts.isEmpty()) {
            return List.of(bound);
        }
        Set<String> named = namedIn(versions);
        List<AccountBinding> bindings = new ArrayList<>();
        bindings.add(new AccountBinding(versions, unnamed(named)));
        named.stream().limit(MOST_NAMED).forEach(account -> bindings.add(new AccountBinding(versions, account)));
        return bindings;
    }

    /** The account that unbound stacks are taken to be in, or null where all are bound. */
    @Nullable
    String account() {
        return accounts.values().stream().findFirst().orElse(null);
    }

    /** What was taken for granted, in words; empty where all stacks are bound. */
    List<String> notes() {
        return notes;
    }

    String bind(String text) {
        String bound = text;
        for (Map.Entry<String, String> account : accounts.entrySet()) {
            bound = bound.replace(account.getKey(), account.getValue());
        }
        return bound;
    }

    Situation bind(Situation situation) {
        if (accounts.isEmpty()) {
            return situation;
        }
        Situation.Builder bound = situation.toBuilder();
        bound.identityPolicies(bind(situation.identityPolicies()));
        bound.sessionPolicies(bind(situation.sessionPolicies()));
        bound.resourcePolicies(bind(situation.resourcePolicies()));
        bind(situation.endpointPolicies()).forEach(bound::endpointPolicy);
        bound.serviceControlPolicies(
                situation.serviceControlPolicies().stream().map(this::bind).toList());
        bound.resourceControlPolicies(
                situation.resourceControlPolicies().stream().map(this::bind).toList());
        AttachedPolicy boundary = situation.permissionsBoundary();
        if (boundary != null) {
            bound.permissionsBoundary(bind(boundary));
        }
        AttachedPolicy key = situation.keyPolicy();
        if (key != null) {
            bound.keyPolicy(bind(key));
        }
        AccessPoint point = situation.accessPoint();
        if (point != null) {
            bound.accessPoint(bind(point));
        }
        Encryption encryption = situation.encryption();
        String keyArn = encryption == null ? null : encryption.keyArn();
        if (encryption != null && keyArn != null) {
            bound.encryption(new Encryption(encryption.algorithm(), bind(keyArn), encryption.bucketKey()));
        }
        String owner = situation.resourceAccount();
        if (owner != null) {
            bound.resourceAccount(bind(owner));
        }
        for (Map.Entry<Layer, String> unknown : situation.unknownLayers().entrySet()) {
            bound.unknown(unknown.getKey(), unknown.getValue());
        }
        return bound.build();
    }

    private AccessPoint bind(AccessPoint point) {
        String account = point.account();
        return new AccessPoint(
                bind(point.arn()),
                account == null ? null : bind(account),
                point.networkOrigin(),
                point.vpcId(),
                bind(point.policies()),
                point.blockPublicAccess());
    }

    private List<AttachedPolicy> bind(List<AttachedPolicy> policies) {
        return policies.stream().map(this::bind).toList();
    }

    private AttachedPolicy bind(AttachedPolicy policy) {
        PolicyDocument document = policy.document();
        PolicyDocument bound = new PolicyDocument(
                document.version(),
                document.id(),
                document.statements().stream().map(this::bind).toList());
        return policy.with(bound);
    }

    Statement bind(Statement statement) {
        Resources resources = statement.resources();
        return new Statement(
                statement.sid(),
                statement.effect(),
                bind(statement.principals()),
                new Actions(
                        statement.actions().negated(),
                        bindAll(statement.actions().patterns())),
                resources == null ? null : new Resources(resources.negated(), bindAll(resources.patterns())),
                new Conditions(
                        statement.conditions().all().stream().map(this::bind).toList()));
    }

    private @Nullable Principals bind(@Nullable Principals principals) {
        return principals == null
                ? null
                : new Principals(
                        principals.negated(),
                        principals.members().stream()
                                .map(one -> new Principal(one.type(), bind(one.value())))
                                .toList());
    }

    private Condition bind(Condition condition) {
        return new Condition(
                condition.operator(),
                condition.key(),
                condition.values().stream()
                        .map(value -> new ConditionValue(value.type(), bind(value.text())))
                        .toList());
    }

    private List<String> bindAll(List<String> texts) {
        return texts.stream().map(this::bind).toList();
    }
}

package io.github.secures3.analysis.prove.internal;

import io.github.secures3.analysis.evaluate.DecisionRule.Caller;
import io.github.secures3.analysis.evaluate.DecisionRule.Grants;
import io.github.secures3.analysis.evaluate.RequestPrincipal;
import io.github.secures3.analysis.evaluate.RequestPrincipal.Kind;
import io.github.secures3.policy.Comparison;
import io.github.secures3.policy.Condition;
import io.github.secures3.policy.Effect;
import io.github.secures3.policy.PolicyVersion;
import io.github.secures3.policy.Principal;
import io.github.secures3.policy.Principals;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Any caller of some kinds, in any account or in one: what policies ask about it are languages of the texts of {@link Callers}.
 *
 * <p>It stands for callers that the templates do not describe, so its names differ from all names that are not known.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html">Principal</a>
 */
final class OpenPrincipal implements SymbolicPrincipal {

    private static final Grants<Bounds> DIRECT = new Grants<>(Bounds.TRUE, Bounds.FALSE, Bounds.FALSE);
    private static final Grants<Bounds> NOBODY = new Grants<>(Bounds.FALSE, Bounds.FALSE, Bounds.FALSE);

    private static final Map<Kind, String> TYPES = new EnumMap<>(Map.of(
            Kind.ROLE_SESSION, "AssumedRole",
            Kind.USER, "User",
            Kind.FEDERATED_USER, "FederatedUser",
            Kind.ROOT, "Account",
            Kind.ANONYMOUS, "Anonymous"));

    private final BoundsAlgebra logic;
    private final UnknownValues unknowns;
    private final Set<Kind> kinds;
    private final @Nullable String onlyAccount;
    private final TextAttribute caller;
    private final TextAttribute session;

    /**
     * Callers of these kinds.
     *
     * @param onlyAccount the account that they all belong to, or null for any
     */
    OpenPrincipal(
            BoundsAlgebra logic,
            UnknownValues unknowns,
            Set<Kind> kinds,
            @Nullable String onlyAccount,
            TextAttribute caller,
            TextAttribute session) {
        this.logic = logic;
        this.unknowns = unknowns;
        this.kinds = kinds;
        this.onlyAccount = onlyAccount;
        this.caller = caller;
        this.session = session;
    }

    @Override
    public Caller<Bounds> facts() {
        return new Caller<>(logic.not(hasAccount()), is(Kind.ANONYMOUS), is(Kind.ROOT), is(Kind.FEDERATED_USER));
    }

    @Override
    public Bounds isService() {
        return is(Kind.SERVICE);
    }

    private Bounds hasAccount() {
        return logic.not(logic.or(is(Kind.SERVICE), is(Kind.ANONYMOUS)));
    }

    private Bounds is(Kind kind) {
        if (!kinds.contains(kind)) {
            return Bounds.FALSE;
        }
        return kinds.size() == 1 ? Bounds.TRUE : in(Callers.ofKind(kind));
    }

    private Bounds in(Language language) {
        return Bounds.exact(caller.in(language));
    }

    @Override
    public Bounds sameAccount(@Nullable String account, String what) {
        if (account == null) {
            return logic.and(
                    hasAccount(), logic.unknown("owner of " + what, "the account that owns " + what + " is not given"));
        }
        if (account.equals(onlyAccount)) {
            return hasAccount();
        }
        return logic.and(hasAccount(), in(Callers.ofAccount(Language.text(unknowns.encode(account)))));
    }

    @Override
    public Grants<Bounds> match(@Nullable Principals principals, Effect effect, ConditionEncoder conditions) {
        if (principals == null) {
            return DIRECT;
        }
        Grants<Bounds> named = NOBODY;
        for (Principal principal : principals.members()) {
            named = or(named, match(principal, conditions));
        }
        return principals.negated() ? new Grants<>(outside(principals, named), Bounds.FALSE, Bounds.FALSE) : named;
    }

    /** Whether {@code NotPrincipal} leaves the caller outside its exceptions: it may unless it names account, role and session alike. */
    private Bounds outside(Principals principals, Grants<Bounds> named) {
        Bounds any = logic.any(List.of(named.direct(), named.limited(), named.account()));
        if (principals.members().stream().anyMatch(Principal::isEveryone)) {
            return Bounds.FALSE;
        }
        Bounds complete = logic.any(List.of(
                logic.all(List.of(is(Kind.ROLE_SESSION), named.direct(), named.limited(), named.account())),
                logic.all(List.of(logic.or(is(Kind.USER), is(Kind.FEDERATED_USER)), named.direct(), named.account())),
                logic.and(is(Kind.ROOT), named.account()),
                logic.and(logic.not(hasAccount()), named.direct())));
        Bounds partly = logic.and(
                logic.and(any, logic.not(complete)),
                logic.unknown(principals, "NotPrincipal names only part of the caller's account, role and session"));
        return logic.or(logic.not(any), partly);
    }

    private Grants<Bounds> match(Principal principal, ConditionEncoder conditions) {
        return switch (principal.type()) {
            case EVERYONE -> DIRECT;
            case AWS -> principal.isEveryone() ? DIRECT : aws(principal.value());
            case SERVICE -> direct(logic.and(is(Kind.SERVICE), in(Language.text(unknowns.encode(principal.value())))));
            case FEDERATED ->
                direct(logic.and(
                        is(Kind.ROLE_SESSION),
                        conditions.encode(
                                Condition.of(Comparison.STRING_EQUALS, "aws:FederatedProvider", principal.value()),
                                PolicyVersion.V2008_10_17)));
            case CANONICAL_USER ->
                new Grants<>(
                        Bounds.FALSE,
                        Bounds.FALSE,
                        logic.and(hasAccount(), logic.unknown(principal, "whose canonical user id a policy names")));
        };
    }

    private Grants<Bounds> aws(String value) {
        Optional<RequestPrincipal> parsed = parse(unknowns.encode(value));
        if (parsed.isEmpty()) {
            return UnknownValues.isIn(unknowns.encode(value)) ? anything(value) : NOBODY;
        }
        RequestPrincipal named = parsed.get();
        String account = named.account();
        if (account == null) {
            return NOBODY;
        }
        Language name = Language.text(named.name());
        return switch (named.kind()) {
            case ROOT -> new Grants<>(Bounds.FALSE, Bounds.FALSE, sameAccount(unknowns.decode(account), "a principal"));
            case ROLE_SESSION -> {
                Bounds role = logic.and(
                        is(Kind.ROLE_SESSION), in(Callers.named(Kind.ROLE_SESSION, Language.text(account), name)));
                String wanted = named.session();
                yield wanted == null
                        ? new Grants<>(Bounds.FALSE, role, Bounds.FALSE)
                        : direct(logic.and(role, Bounds.exact(session.in(Language.text(wanted)))));
            }
            case USER ->
                new Grants<>(
                        logic.and(is(Kind.USER), in(Callers.named(Kind.USER, Language.text(account), name))),
                        logic.all(List.of(
                                is(Kind.FEDERATED_USER),
                                in(Callers.ofAccount(Language.text(account))),
                                logic.unknown(named, "which user made the federated user"))),
                        Bounds.FALSE);
            case FEDERATED_USER ->
                direct(logic.and(is(Kind.FEDERATED_USER), in(Callers.federatedUser(account, named.name()))));
            case SERVICE, ANONYMOUS -> NOBODY;
        };
    }

    private Grants<Bounds> anything(String value) {
        Bounds may = logic.and(hasAccount(), logic.unknown(value, "whom the principal '" + value + "' means"));
        return new Grants<>(may, may, may);
    }

    private static Optional<RequestPrincipal> parse(String encoded) {
        try {
            return Optional.of(RequestPrincipal.parse(encoded));
        } catch (IllegalArgumentException e) {
            // What names nobody who could call, such as a unique id of a deleted role, matches nobody.
            return Optional.empty();
        }
    }

    private static Grants<Bounds> direct(Bounds bounds) {
        return new Grants<>(bounds, Bounds.FALSE, Bounds.FALSE);
    }

    private Grants<Bounds> or(Grants<Bounds> one, Grants<Bounds> other) {
        return new Grants<>(
                logic.or(one.direct(), other.direct()),
                logic.or(one.limited(), other.limited()),
                logic.or(one.account(), other.account()));
    }

    @Override
    public @Nullable KeyValue key(String key) {
        int account = hasAccount().must();
        int identified = logic.not(is(Kind.SERVICE)).must();
        return switch (key) {
            case "aws:principalarn" -> new KeyValue.OfText(caller, account, wanted -> wanted);
            case "aws:principalaccount" -> new KeyValue.OfText(caller, identified, OpenPrincipal::ofAccountOrAnonymous);
            case "aws:principaltype" -> new KeyValue.OfText(caller, identified, OpenPrincipal::ofType);
            case "aws:username" ->
                new KeyValue.OfText(
                        caller,
                        is(Kind.USER).must(),
                        wanted -> Callers.named(
                                Kind.USER, Language.sequence().many(Letters.ANY).language(), wanted));
            case "aws:principalisawsservice" ->
                new KeyValue.OfText(caller, logic.not(is(Kind.ANONYMOUS)).must(), this::ofService);
            case "aws:principalservicename", "aws:principalservicenameslist" ->
                new KeyValue.OfText(caller, is(Kind.SERVICE).must(), wanted -> wanted);
            default -> null;
        };
    }

    private static Language ofAccountOrAnonymous(Language wanted) {
        Language accounts = Callers.ofAccount(wanted);
        return wanted.contains(Callers.ANONYMOUS)
                ? Language.anyOf(List.of(accounts, Language.text(Callers.ANONYMOUS)))
                : accounts;
    }

    private static Language ofType(Language wanted) {
        return Language.anyOf(TYPES.entrySet().stream()
                .filter(type -> wanted.contains(type.getValue()))
                .map(type -> Callers.ofKind(type.getKey()))
                .toList());
    }

    private Language ofService(Language wanted) {
        Language arns = Language.sequence().text("arn:").many(Letters.ANY).language();
        Language services = Callers.ofKind(Kind.SERVICE);
        boolean yes = wanted.contains("true");
        boolean no = wanted.contains("false");
        return Language.anyOf(List.of(yes ? services : Language.none(), no ? arns : Language.none()));
    }
}

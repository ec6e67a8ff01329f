package io.github.secures3.analysis.prove.internal;

import io.github.secures3.analysis.evaluate.ContextCompletion;
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
    private final boolean hasBoundary;

    /**
     * Callers of these kinds.
     *
     * @param onlyAccount the account that they all belong to, or null for any
     * @param hasBoundary whether they have a permissions boundary
     */
    OpenPrincipal(
            BoundsAlgebra logic,
            UnknownValues unknowns,
            Set<Kind> kinds,
            @Nullable String onlyAccount,
            TextAttribute caller,
            TextAttribute session,
            boolean hasBoundary) {
        this.logic = logic;
        this.unknowns = unknowns;
        this.kinds = kinds;
        this.onlyAccount = onlyAccount;
        this.caller = caller;
        this.session = session;
        this.hasBoundary = hasBoundary;
    }

    /** The same callers, with a permissions boundary or without. */
    OpenPrincipal withBoundary(boolean boundary) {
        return new OpenPrincipal(logic, unknowns, kinds, onlyAccount, caller, session, boundary);
    }

    @Override
    public Caller<Bounds> facts() {
        return new Caller<>(logic.not(hasAccount()), is(Kind.ANONYMOUS), is(Kind.ROOT), is(Kind.FEDERATED_USER));
    }

    @Override
    public Bounds isService() {
        return is(Kind.SERVICE);
    }

    @Override
    public Bounds isRoleSession() {
        return is(Kind.ROLE_SESSION);
    }

    private Bounds hasAccount() {
        return logic.not(logic.or(is(Kind.SERVICE), is(Kind.ANONYMOUS)));
    }

    private Bounds is(Kind kind) {
        if (!kinds.contains(kind)) {
            return Bounds.FALSE;
        }
        return kinds.size() == 1 ? Bounds.TRUE : Bounds.exact(caller.in(Callers.ofKind(kind)));
    }

    /** Whether an attribute is what a policy names; a name that is not known may turn out to be another. */
    private Bounds in(TextAttribute attribute, String what, Language surely, Language perhaps) {
        return logic.between(
                attribute.in(surely),
                attribute.mayBeIn(perhaps),
                attribute.name() + " is " + what,
                "whether a caller is " + unknowns.shown(what));
    }

    private Bounds ofAccount(String account) {
        return in(
                caller,
                "of the account " + account,
                Callers.ofAccount(Language.text(account)),
                Callers.ofAccount(opened(account)));
    }

    private Bounds named(Kind kind, String account, String name) {
        return in(
                caller,
                kind + " " + name + " of the account " + account,
                Callers.named(kind, Language.text(account), Language.text(name)),
                Callers.named(kind, opened(account), opened(name)));
    }

    /** The text with anything in place of what is not known. */
    private static Language opened(String encoded) {
        Sequence sequence = Language.sequence();
        for (int at = 0; at < encoded.length(); at++) {
            char c = encoded.charAt(at);
            if (UnknownValues.isUnknown(c)) {
                sequence.opened(c);
            } else {
                sequence.text(String.valueOf(c));
            }
        }
        return sequence.language();
    }

    /** Whether something unknown in the text is known to be none of these callers all the same, as it is one whom the templates describe. */
    private boolean isDescribed(String encodedArn) {
        return UnknownValues.isIn(encodedArn) && caller.excludes(encodedArn);
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
        String encoded = unknowns.encode(account);
        return isDescribed("arn:aws:iam::" + encoded + ":root")
                ? Bounds.FALSE
                : logic.and(hasAccount(), ofAccount(encoded));
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
        return principals.negated()
                ? new Grants<>(outside(principals, named, effect), Bounds.FALSE, Bounds.FALSE)
                : named;
    }

    /** Whether {@code NotPrincipal} leaves the caller outside its exceptions: it may unless it names account, role and session alike. */
    private Bounds outside(Principals principals, Grants<Bounds> named, Effect effect) {
        Bounds alwaysDenied =
                effect == Effect.DENY && hasBoundary ? logic.or(is(Kind.ROLE_SESSION), is(Kind.USER)) : Bounds.FALSE;
        Bounds any = logic.any(List.of(named.direct(), named.limited(), named.account()));
        if (principals.members().stream().anyMatch(Principal::isEveryone)) {
            return alwaysDenied;
        }
        Bounds complete = logic.any(List.of(
                logic.all(List.of(is(Kind.ROLE_SESSION), named.direct(), named.limited(), named.account())),
                logic.all(List.of(logic.or(is(Kind.USER), is(Kind.FEDERATED_USER)), named.direct(), named.account())),
                logic.and(is(Kind.ROOT), named.account()),
                logic.and(logic.not(hasAccount()), named.direct())));
        Bounds partly = logic.and(
                logic.and(any, logic.not(complete)),
                logic.unknown(principals, "NotPrincipal names only part of the caller's account, role and session"));
        return logic.any(List.of(alwaysDenied, logic.not(any), partly));
    }

    private Grants<Bounds> match(Principal principal, ConditionEncoder conditions) {
        return switch (principal.type()) {
            case EVERYONE -> DIRECT;
            case AWS -> principal.isEveryone() ? DIRECT : aws(principal.value());
            case SERVICE -> direct(logic.and(is(Kind.SERVICE), service(unknowns.encode(principal.value()))));
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

    private Bounds service(String name) {
        return in(caller, "the service " + name, Language.text(name), opened(name));
    }

    private Grants<Bounds> aws(String value) {
        String encoded = unknowns.encode(value);
        Optional<RequestPrincipal> parsed = parse(encoded);
        if (parsed.isEmpty()) {
            return UnknownValues.isIn(encoded) ? anything(value) : NOBODY;
        }
        RequestPrincipal named = parsed.get();
        String account = named.account();
        if (account == null || isDescribed(named.principalArn().orElse(encoded))) {
            return NOBODY;
        }
        return switch (named.kind()) {
            case ROOT -> new Grants<>(Bounds.FALSE, Bounds.FALSE, sameAccount(unknowns.decode(account), "a principal"));
            case ROLE_SESSION -> {
                Bounds role = logic.and(is(Kind.ROLE_SESSION), named(Kind.ROLE_SESSION, account, named.name()));
                String wanted = named.session();
                yield wanted == null
                        ? new Grants<>(Bounds.FALSE, role, Bounds.FALSE)
                        : direct(logic.and(role, in(session, wanted, Language.text(wanted), opened(wanted))));
            }
            case USER ->
                new Grants<>(
                        logic.and(is(Kind.USER), named(Kind.USER, account, named.name())),
                        logic.all(List.of(
                                is(Kind.FEDERATED_USER),
                                ofAccount(account),
                                logic.unknown(
                                        "maker of federated users: " + named.text(),
                                        "which user made the federated user"))),
                        Bounds.FALSE);
            case FEDERATED_USER ->
                direct(logic.and(
                        is(Kind.FEDERATED_USER),
                        in(
                                caller,
                                "the federated user " + named.name() + " of the account " + account,
                                Callers.federatedUser(Language.text(account), Language.text(named.name())),
                                Callers.federatedUser(opened(account), opened(named.name())))));
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
            case "aws:principalarn" -> KeyValue.OfText.itself(caller, account);
            case "aws:principalaccount" ->
                KeyValue.OfText.from(caller, identified, OpenPrincipal::ofAccountOrAnonymous);
            case "aws:principaltype" -> KeyValue.OfText.from(caller, identified, OpenPrincipal::ofType);
            case "aws:username" ->
                KeyValue.OfText.from(
                        caller,
                        is(Kind.USER).must(),
                        wanted -> Callers.named(
                                Kind.USER, Language.sequence().many(Letters.ANY).language(), wanted));
            case "aws:principalisawsservice" ->
                KeyValue.OfText.from(caller, logic.not(is(Kind.ANONYMOUS)).must(), OpenPrincipal::ofService);
            case "aws:principalservicename", "aws:principalservicenameslist" ->
                KeyValue.OfText.itself(caller, is(Kind.SERVICE).must());
            default -> null;
        };
    }

    @Override
    public boolean varies(String key) {
        return ContextCompletion.dependsOnPrincipal(key);
    }

    @Override
    public Bounds isIn(List<String> accounts) {
        return logic.and(
                hasAccount(),
                logic.any(accounts.stream()
                        .map(account -> sameAccount(account, "an organization"))
                        .toList()));
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

    private static Language ofService(Language wanted) {
        Language arns = Language.sequence().text("arn:").many(Letters.ANY).language();
        Language services = Callers.ofKind(Kind.SERVICE);
        boolean yes = wanted.contains("true");
        boolean no = wanted.contains("false");
        return Language.anyOf(List.of(yes ? services : Language.none(), no ? arns : Language.none()));
    }
}

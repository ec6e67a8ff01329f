package io.github.secures3.analysis.prove.internal;

import io.github.secures3.analysis.evaluate.RequestPrincipal;
import io.github.secures3.analysis.evaluate.RequestPrincipal.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may ask: one principal, or all of some kinds. Service-linked roles are none of the many, for AWS alone writes what they may do.
 *
 * @param principal the one, or an example of the many
 * @param kinds the kinds, or none where it is one principal
 * @param onlyAccount the account that the many all belong to, or null for any
 * @param excludedAccounts accounts that none of the many belongs to
 * @param excluded roles and users that are none of the many
 * @since 0.1
 */
public record CallerScope(
        RequestPrincipal principal,
        Set<Kind> kinds,
        @Nullable String onlyAccount,
        List<String> excludedAccounts,
        List<RequestPrincipal> excluded) {

    /** The kinds of caller that belong to an account. */
    public static final Set<Kind> WITH_ACCOUNT = Set.of(Kind.ROLE_SESSION, Kind.USER, Kind.FEDERATED_USER, Kind.ROOT);

    private static final List<String> ACCOUNTS = List.of("444455556666", "111122223333", "123456789012");

    static final String CALLER = "caller";
    static final String SESSION = "session";

    /** Copies the collections. */
    public CallerScope {
        kinds = Set.copyOf(kinds);
        excludedAccounts = List.copyOf(excludedAccounts);
        excluded = List.copyOf(excluded);
    }

    /** One principal. */
    public static CallerScope one(RequestPrincipal principal) {
        return new CallerScope(principal, Set.of(), null, List.of(), List.of());
    }

    /** All identities of an account but these. */
    public static CallerScope allOf(String account, List<RequestPrincipal> excluded) {
        return new CallerScope(RequestPrincipal.parse(account), WITH_ACCOUNT, account, List.of(), excluded);
    }

    /** All identities of all accounts but these. */
    public static CallerScope allOutside(List<String> accounts, List<RequestPrincipal> excluded) {
        String example = ACCOUNTS.stream()
                .filter(account -> !accounts.contains(account))
                .findFirst()
                .orElse(ACCOUNTS.get(0));
        return new CallerScope(RequestPrincipal.parse(example), WITH_ACCOUNT, null, accounts, excluded);
    }

    /** AWS services by themselves, and anonymous callers. */
    public static CallerScope withoutAccount() {
        return new CallerScope(
                RequestPrincipal.anonymous(), Set.of(Kind.ANONYMOUS, Kind.SERVICE), null, List.of(), List.of());
    }

    /** Everyone. */
    public static CallerScope everyone() {
        return new CallerScope(RequestPrincipal.anonymous(), Set.of(Kind.values()), null, List.of(), List.of());
    }

    SymbolicPrincipal in(Vocabulary vocabulary, boolean hasBoundary) {
        if (kinds.isEmpty()) {
            return new FixedPrincipal(vocabulary.logic(), principal, hasBoundary);
        }
        List<Language> outside = new ArrayList<>(List.of(Callers.serviceLinkedRoles()));
        excludedAccounts.forEach(account -> outside.add(
                Callers.ofAccount(Language.text(vocabulary.unknowns().encode(account)))));
        excluded.forEach(one -> outside.add(Callers.named(
                one.kind(),
                Language.text(vocabulary.unknowns().encode(String.valueOf(one.account()))),
                Language.text(vocabulary.unknowns().encode(one.name())))));
        TextAttribute caller = vocabulary.text(CALLER, domain(vocabulary), outside, preferred());
        TextAttribute session = vocabulary.text(
                SESSION,
                Language.sequence().one(Letters.NAME).many(Letters.NAME).language(),
                List.of(),
                List.of("example"));
        return new OpenPrincipal(
                vocabulary.logic(), vocabulary.unknowns(), kinds, onlyAccount, caller, session, hasBoundary);
    }

    /** The same callers in another situation: who may have a boundary there that they lack here. */
    SymbolicPrincipal again(SymbolicPrincipal same, Vocabulary vocabulary, boolean hasBoundary) {
        return same instanceof OpenPrincipal many
                ? many.withBoundary(hasBoundary)
                : new FixedPrincipal(vocabulary.logic(), principal, hasBoundary);
    }

    /** The principal of a request that was found. */
    RequestPrincipal principal(Model model, UnknownValues unknowns) {
        return model.value(CALLER)
                .map(text -> Callers.parse(
                        unknowns.decode(text),
                        unknowns.decode(model.value(SESSION).orElse("example"))))
                .orElse(principal);
    }

    private Language domain(Vocabulary vocabulary) {
        String account = onlyAccount;
        return Callers.ofKinds(
                kinds,
                account == null
                        ? Language.sequence().times(12, Letters.DIGIT).language()
                        : Language.text(vocabulary.unknowns().encode(account)));
    }

    private List<String> preferred() {
        List<String> preferred = new ArrayList<>();
        if (kinds.contains(Kind.ANONYMOUS)) {
            preferred.add(Callers.ANONYMOUS);
        }
        String only = onlyAccount;
        for (String account : only == null ? ACCOUNTS : List.of(only)) {
            for (String name : List.of("Visitor", "Auditor", "Deployer")) {
                preferred.add("arn:aws:iam::" + account + ":role/" + name);
            }
            preferred.add("arn:aws:iam::" + account + ":user/alice");
            preferred.add("arn:aws:iam::" + account + ":root");
        }
        preferred.addAll(List.of("lambda.amazonaws.com", "cloudtrail.amazonaws.com", "logging.s3.amazonaws.com"));
        return preferred;
    }
}

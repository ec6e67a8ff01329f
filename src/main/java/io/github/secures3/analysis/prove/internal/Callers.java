package io.github.secures3.analysis.prove.internal;

import io.github.secures3.analysis.evaluate.RequestPrincipal;
import io.github.secures3.analysis.evaluate.RequestPrincipal.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The texts by which callers are told apart: the ARN of a role, user, federated user or root user, the name of a service, {@code anonymous}.
 *
 * <p>Everything that a policy asks about a caller is a language of such texts.
 */
final class Callers {

    static final String ANONYMOUS = "anonymous";

    private Callers() {}

    /** Callers of these kinds, those with an account in one that belongs to the language. */
    static Language ofKinds(Set<Kind> kinds, Language account) {
        List<Language> all = new ArrayList<>();
        kinds.stream().sorted().forEach(kind -> all.add(wellFormed(kind, account)));
        return Language.anyOf(all);
    }

    /** Callers of this kind, told from others by their form. */
    static Language ofKind(Kind kind) {
        return switch (kind) {
            case ROLE_SESSION -> inAccount("iam", anyAccount(), ":role/");
            case USER -> inAccount("iam", anyAccount(), ":user/");
            case FEDERATED_USER -> inAccount("sts", anyAccount(), ":federated-user/");
            case ROOT -> head("iam").then(anyAccount()).then(Language.text(":root"));
            case SERVICE ->
                Language.sequence()
                        .many(Letters.NOT_COLON)
                        .text(".amazonaws.com")
                        .language();
            case ANONYMOUS -> Language.text(ANONYMOUS);
        };
    }

    /** Callers whose account belongs to the language. */
    static Language ofAccount(Language account) {
        Language confined = account.confinedTo(Letters.NOT_COLON);
        Language rest = Language.sequence().text(":").many(Letters.ANY).language();
        return Language.anyOf(List.of(
                head("iam").then(confined).then(rest),
                head("sts").then(confined).then(rest)));
    }

    /** Users, or roles, whose name belongs to the language, whatever their path. */
    static Language named(Kind kind, Language account, Language name) {
        Language start = head("iam")
                .then(account.confinedTo(Letters.NOT_COLON))
                .then(Language.text(kind == Kind.USER ? ":user/" : ":role/"));
        Language last = name.confinedTo(Letters.NOT_SLASH);
        Language path = Language.sequence().many(Letters.ANY).text("/").language();
        return Language.anyOf(List.of(start.then(last), start.then(path).then(last)));
    }

    /** Federated users whose name belongs to the language. */
    static Language federatedUser(Language account, Language name) {
        return head("sts")
                .then(account.confinedTo(Letters.NOT_COLON))
                .then(Language.text(":federated-user/"))
                .then(name);
    }

    /** Service-linked roles, told by their path, or without one by the beginning of their name. */
    static Language serviceLinkedRoles() {
        Language start = head("iam").then(anyAccount());
        Language any = Language.any();
        return Language.anyOf(List.of(
                start.then(Language.text(":role/aws-service-role/")).then(any),
                start.then(Language.text(":role/AWSServiceRoleFor")).then(any)));
    }

    /** The caller that a text stands for; a role stands for its session of this name. */
    static RequestPrincipal parse(String text, String session) {
        RequestPrincipal named = RequestPrincipal.parse(text);
        if (named.kind() != Kind.ROLE_SESSION) {
            return named;
        }
        String arn = "arn:" + named.partition() + ":sts::" + named.account() + ":assumed-role/" + named.name() + "/"
                + session;
        return new RequestPrincipal(
                named.kind(), arn, named.partition(), named.account(), named.path(), named.name(), session);
    }

    private static Language wellFormed(Kind kind, Language account) {
        Language name = Language.sequence().many(Letters.NAME).one(Letters.NAME).language();
        Language start = Language.text("arn:aws:iam::").then(account);
        return switch (kind) {
            case ROLE_SESSION -> start.then(Language.text(":role/")).then(pathAnd(name));
            case USER -> start.then(Language.text(":user/")).then(pathAnd(name));
            case FEDERATED_USER ->
                Language.text("arn:aws:sts::")
                        .then(account)
                        .then(Language.text(":federated-user/"))
                        .then(name);
            case ROOT -> start.then(Language.text(":root"));
            case SERVICE -> name.then(Language.text(".amazonaws.com"));
            case ANONYMOUS -> Language.text(ANONYMOUS);
        };
    }

    private static Language pathAnd(Language name) {
        return Language.anyOf(List.of(
                name,
                Language.sequence().many(Letters.PATH).text("/").language().then(name)));
    }

    private static Language inAccount(String service, Language account, String type) {
        return head(service)
                .then(account)
                .then(Language.sequence().text(type).many(Letters.ANY).language());
    }

    private static Language head(String service) {
        return Language.sequence()
                .text("arn:")
                .many(Letters.NOT_COLON)
                .text(":" + service + "::")
                .language();
    }

    private static Language anyAccount() {
        return Language.sequence().many(Letters.NOT_COLON).language();
    }
}

package io.github.secures3.analysis.prove;

import io.github.secures3.analysis.evaluate.Organization;
import io.github.secures3.analysis.evaluate.estate.EstateNames;
import io.github.secures3.policy.Arn;
import java.util.List;
import java.util.Optional;

/**
 * Whom an invariant means by one text.
 *
 * @param kind in which way
 * @param value the ARN pattern, account id, service name or organization id; empty for the other kinds
 */
record Caller(Kind kind, String value) {

    /** The ways to name callers. */
    enum Kind {
        /** Roles, users, federated users and root users by ARN, {@code *} and {@code ?} allowed. */
        ARN,
        /** Everybody in an account. */
        ACCOUNT,
        /** Everybody in the account that owns the bucket. */
        OWNER,
        /** Everybody in the accounts of an organization. */
        ORGANIZATION,
        /** An AWS service that calls by itself. */
        SERVICE,
        /** Every AWS service that calls by itself. */
        SERVICES,
        /** Callers without credentials. */
        ANONYMOUS,
        /** Everyone. */
        EVERYONE
    }

    static final String CHOICES =
            "a role or user of the templates, an ARN with or without wildcards, an account id, an organization id, a"
                    + " service name such as logging.s3.amazonaws.com, owner, services, anonymous or everyone";

    private static final int ACCOUNT_DIGITS = 12;
    private static final List<String> ARN_TYPES = List.of("role", "user", "federated-user", "root", "*");

    /**
     * Reads a text.
     *
     * @throws io.github.secures3.analysis.evaluate.estate.UnknownNameException if it is a name that the templates do not have
     * @throws IllegalArgumentException if it is an ARN of something that does not call
     */
    static Caller read(String text, EstateNames names) {
        return switch (text) {
            case "owner" -> new Caller(Kind.OWNER, "");
            case "services" -> new Caller(Kind.SERVICES, "");
            case "anonymous" -> new Caller(Kind.ANONYMOUS, "");
            case "everyone", "*" -> new Caller(Kind.EVERYONE, "");
            default -> named(text, names);
        };
    }

    private static Caller named(String text, EstateNames names) {
        if (text.startsWith("arn:")) {
            requireCaller(text);
            return new Caller(Kind.ARN, text);
        }
        if (text.length() == ACCOUNT_DIGITS && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return new Caller(Kind.ACCOUNT, text);
        }
        if (Organization.isId(text)) {
            return new Caller(Kind.ORGANIZATION, text);
        }
        if (text.endsWith(".amazonaws.com") || text.endsWith(".amazonaws.com.cn")) {
            return new Caller(Kind.SERVICE, text);
        }
        return new Caller(Kind.ARN, names.identityArn(text));
    }

    /** {@code aws:PrincipalArn} is never the ARN of a session or of something that does not call; such a text would mean nobody. */
    private static void requireCaller(String text) {
        Optional<Arn> arn = Arn.find(text);
        String resource = arn.map(Arn::resource).orElse("");
        int slash = resource.indexOf('/');
        String type = slash < 0 ? resource : resource.substring(0, slash);
        if (type.equals("assumed-role")) {
            throw new IllegalArgumentException("'" + text
                    + "' is a session of a role; give the ARN of the role, such as"
                    + " arn:aws:iam::111122223333:role/Reader, which means all of its sessions");
        }
        boolean calls = arn.isPresent()
                && (ARN_TYPES.contains(type) || type.indexOf('*') >= 0 || type.indexOf('?') >= 0)
                && List.of("iam", "sts", "*").contains(arn.get().service());
        if (!calls) {
            throw new IllegalArgumentException("'" + text
                    + "' is no ARN of a role, user, federated user or root user, such as"
                    + " arn:aws:iam::111122223333:role/Reader");
        }
    }
}

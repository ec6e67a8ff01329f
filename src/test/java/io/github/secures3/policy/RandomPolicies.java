package io.github.secures3.policy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;

/** Makes policy documents that are valid for {@link PolicyType#ANY} and use all of the language. */
public final class RandomPolicies {

    private static final List<String> FRAGMENTS = List.of(
            "s3:",
            "*",
            "?",
            "Get",
            "Object",
            "${aws:username}",
            "${Token[TOKEN.12]}",
            "#{Token[TOKEN.3]}",
            "arn:aws:s3:::",
            "/",
            " ",
            "\"",
            "\\",
            "\n",
            "\u0001",
            "\u00e9",
            "\ud83e\udea3",
            "${*}",
            "a",
            "B",
            "7",
            "\u2028");
    private static final List<String> NUMBERS =
            List.of("0", "-0", "1.20", "12e-1", "1E+5", "9007199254740993", "2147483648", "0.1", "-7");

    private final Random random;

    /** Draws from the given numbers. */
    public RandomPolicies(Random random) {
        this.random = random;
    }

    /** A document of up to four statements. */
    public PolicyDocument document() {
        List<Statement> statements = list(4, this::statement);
        Set<String> sids = new HashSet<>();
        statements.removeIf(
                statement -> statement.sid() != null && !statement.sid().isEmpty() && !sids.add(statement.sid()));
        PolicyVersion version = random.nextInt(3) == 0 ? null : one(PolicyVersion.values());
        return new PolicyDocument(version, random.nextInt(4) == 0 ? text() : null, statements);
    }

    /** One statement. */
    public Statement statement() {
        return new Statement(
                random.nextBoolean() ? text() : null,
                one(Effect.values()),
                random.nextBoolean() ? principals() : null,
                new Actions(random.nextBoolean(), list(3, this::text)),
                random.nextBoolean() ? new Resources(random.nextBoolean(), list(3, this::text)) : null,
                conditions());
    }

    private Principals principals() {
        if (random.nextInt(4) == 0) {
            return new Principals(random.nextBoolean(), List.of(Principal.everyone()));
        }
        return new Principals(random.nextBoolean(), list(5, () -> {
            PrincipalType[] types = PrincipalType.values();
            return new Principal(types[1 + random.nextInt(types.length - 1)], text());
        }));
    }

    private Conditions conditions() {
        List<Condition> lines = list(4, () -> new Condition(operator(), "k" + text(), list(3, this::value)));
        Set<String> seen = new HashSet<>();
        lines.removeIf(line -> !seen.add(line.operator().text() + line.key().toLowerCase(Locale.ROOT)));
        return new Conditions(lines);
    }

    /** One of all condition operators. */
    public ConditionOperator operator() {
        Comparison comparison = one(Comparison.values());
        return new ConditionOperator(
                one(ConditionOperator.Quantifier.values()),
                comparison,
                comparison != Comparison.NULL && random.nextBoolean());
    }

    private ConditionValue value() {
        return switch (random.nextInt(3)) {
            case 0 -> ConditionValue.of(random.nextBoolean());
            case 1 -> new ConditionValue(ConditionValue.Type.NUMBER, NUMBERS.get(random.nextInt(NUMBERS.size())));
            default -> ConditionValue.of(text());
        };
    }

    private String text() {
        return String.join("", list(5, () -> FRAGMENTS.get(random.nextInt(FRAGMENTS.size()))));
    }

    private <T> List<T> list(int longest, Supplier<T> element) {
        List<T> values = new ArrayList<>();
        for (int left = random.nextInt(longest + 1); left > 0; left--) {
            values.add(element.get());
        }
        return values;
    }

    private <T> T one(T[] values) {
        return values[random.nextInt(values.length)];
    }
}

package io.github.secures3.analysis.report;

import io.github.secures3.analysis.model.Resource;
import io.github.secures3.analysis.model.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;

/** Short pieces of text for a terminal. */
final class Words {
    private static final int LONGEST = 400;

    /** The part of a name that tells it apart from others for machines. */
    private static final Pattern DIGEST = Pattern.compile("#[0-9a-f]{24}\\b");

    private static final Pattern CONDITION =
            Pattern.compile("^condition (\\S+) of stack \\S+ cannot be decided: .*", Pattern.DOTALL);
    private static final Pattern PARAMETER = Pattern.compile("\\bparameter (\\S+) of stack \\S+ has no known value");

    private Words() {}

    /** The known value, or the text of what is known of it. */
    static String text(Value<?> value) {
        return printable(value.asText().orElse(""));
    }

    /** {@code unknown: depends on parameter Stage}. */
    static String unknown(Value<?> value) {
        return "unknown: " + reason(value.whyUnknown().orElse("nothing is given"));
    }

    /** The reason in short: which parameter or condition decides, without the stack, which stands above. */
    static String reason(String reason) {
        String shorter = DIGEST.matcher(reason).replaceAll("");
        shorter = CONDITION.matcher(shorter).replaceFirst("depends on condition $1");
        return printable(PARAMETER.matcher(shorter).replaceAll("depends on parameter $1"));
    }

    /** The logical id. */
    static String id(Resource resource) {
        return printable(resource.element().logicalId());
    }

    /** {@code 7 days}. */
    static String period(Value<BigDecimal> number, String unit) {
        String text = number.known().map(BigDecimal::toPlainString).orElse("an unknown number of");
        return printable(text) + " " + unit + (text.equals("1") ? "" : "s");
    }

    /** The text on one line, cut after 400 characters, without characters that would steer a terminal. */
    static String printable(String text) {
        StringBuilder safe = new StringBuilder();
        text.codePoints().limit(LONGEST).forEach(point -> {
            if (Character.isWhitespace(point)) {
                safe.append(' ');
            } else {
                safe.appendCodePoint(steersTerminal(point) ? '?' : point);
            }
        });
        return safe.append(text.codePointCount(0, text.length()) > LONGEST ? "..." : "")
                .toString();
    }

    private static boolean steersTerminal(int point) {
        int type = Character.getType(point);
        return type == Character.CONTROL || type == Character.FORMAT || type == Character.SURROGATE;
    }

    /** {@code 1 bucket}, {@code 2 buckets}. */
    static String count(int number, String noun) {
        return number == 1 ? "1 " + noun : grouped(number) + " " + noun + "s";
    }

    /** The number with a comma between thousands, whatever the locale. */
    static String grouped(long number) {
        StringBuilder digits = new StringBuilder(Long.toString(number));
        for (int at = digits.length() - 3; at > 0; at -= 3) {
            digits.insert(at, ',');
        }
        return digits.toString();
    }

    static String list(List<String> items) {
        return String.join(", ", items);
    }
}

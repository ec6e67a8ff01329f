package io.github.secures3.analysis.evaluate.matching;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Instants, written in one of the W3C forms of ISO 8601 (from the year alone to fractions of a second) or as epoch seconds.
 *
 * <p>Four digits alone are a year. What is no date compares with nothing.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Date">Date
 *     condition operators</a>
 * @see <a href="https://www.w3.org/TR/NOTE-datetime">W3C date and time formats</a>
 */
final class DateTest implements ValueTest {

    private static final int MOST_CHARACTERS = 40;
    private static final int YEAR_DIGITS = 4;
    private static final DateTimeFormatter FORM = new DateTimeFormatterBuilder()
            .appendPattern("uuuu[-MM[-dd['T'HH:mm[:ss]")
            .optionalStart()
            .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
            .optionalEnd()
            .optionalStart()
            .appendOffset("+HH:MM", "Z")
            .optionalEnd()
            .appendPattern("]]]")
            .parseDefaulting(ChronoField.MONTH_OF_YEAR, 1)
            .parseDefaulting(ChronoField.DAY_OF_MONTH, 1)
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private final Order order;
    private final String text;
    private final @Nullable Instant expected;

    DateTest(Order order, String text) {
        this.order = order;
        this.text = text;
        this.expected = parse(text);
    }

    @Override
    public Truth fits(String actual, ContextView context) {
        Truth unknown = Unknown.in(text, actual);
        Instant wanted = expected;
        Instant given = parse(actual);
        if (unknown.isUnknown()
                && (wanted == null) == Symbols.hasToken(text)
                && (given == null) == Symbols.hasToken(actual)) {
            return unknown;
        }
        return Truth.of(wanted != null && given != null && order.accepts(given.compareTo(wanted)));
    }

    static @Nullable Instant parse(String text) {
        if (text.isEmpty() || text.length() > MOST_CHARACTERS) {
            return null;
        }
        try {
            boolean year = text.length() == YEAR_DIGITS;
            return !year && isNumber(text) ? epoch(text) : iso(text);
        } catch (DateTimeException | ArithmeticException e) {
            return null;
        }
    }

    private static boolean isNumber(String text) {
        return text.indexOf('-', 1) < 0 && text.indexOf(':') < 0 && NumericTest.parse(text) != null;
    }

    private static @Nullable Instant epoch(String text) {
        BigDecimal seconds = NumericTest.parse(text);
        if (seconds == null || (long) seconds.precision() - seconds.scale() > 18) {
            return null;
        }
        long whole = seconds.setScale(0, RoundingMode.FLOOR).longValueExact();
        long nanos =
                seconds.subtract(BigDecimal.valueOf(whole)).movePointRight(9).longValue();
        return Instant.ofEpochSecond(whole, nanos);
    }

    private static Instant iso(String text) {
        Object parsed = FORM.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
        if (parsed instanceof OffsetDateTime offset) {
            return offset.toInstant();
        }
        return parsed instanceof LocalDateTime local
                ? local.toInstant(ZoneOffset.UTC)
                : ((LocalDate) parsed).atStartOfDay().toInstant(ZoneOffset.UTC);
    }
}

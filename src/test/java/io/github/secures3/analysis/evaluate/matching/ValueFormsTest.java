package io.github.secures3.analysis.evaluate.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The forms in which numbers, dates and addresses are written.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html">Condition
 *     operators</a>
 * @see <a href="https://www.w3.org/TR/NOTE-datetime">W3C date and time formats</a>
 */
class ValueFormsTest {

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "2020, 2020-01-01T00:00:00Z",
        "2020-04, 2020-04-01T00:00:00Z",
        "2020-04-15, 2020-04-15T00:00:00Z",
        "2020-04-15T10:30Z, 2020-04-15T10:30:00Z",
        "2020-04-15T10:30:15Z, 2020-04-15T10:30:15Z",
        "2020-04-15T10:30:15.25Z, 2020-04-15T10:30:15.250Z",
        "2020-04-15T10:30:15+02:00, 2020-04-15T08:30:15Z",
        "2020-04-15T10:30:15, 2020-04-15T10:30:15Z",
        "1586946615, 2020-04-15T10:30:15Z",
        "1586946615.5, 2020-04-15T10:30:15.500Z",
        "0, 1970-01-01T00:00:00Z",
        "1e3, 1970-01-01T00:16:40Z",
        "31556889864403199, +1000000000-12-31T23:59:59Z",
        "-1, 1969-12-31T23:59:59Z"
    })
    void dates_are_iso_8601_or_epoch_seconds(String text, String expected) {
        assertThat(DateTest.parse(text)).isEqualTo(Instant.parse(expected));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "soon",
                "2020-13",
                "2020-02-30",
                "2020-04-15 10:30",
                "20-04-15",
                "1e400",
                "1e19",
                "1e2147483647",
                "-1e2147483647",
                "99999999999999999999",
                "00000000000000000000000000000000000000001"
            })
    void other_texts_are_no_dates(String text) {
        assertThat(DateTest.parse(text)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ten", "0x1F", "1_000", "1,5", "NaN", "--1", "1e", "٣"})
    void other_texts_are_no_numbers(String text) {
        assertThat(NumericTest.parse(text)).isNull();
    }

    @Test
    void numbers_of_any_size_are_compared() {
        assertThat(new NumericTest(Order.LESS, "1e999999999")
                        .fits("2", key -> ContextValue.ABSENT)
                        .isTrue())
                .isTrue();
        assertThat(new NumericTest(Order.EQUAL, "10")
                        .fits("1e1", key -> ContextValue.ABSENT)
                        .isTrue())
                .isTrue();
    }

    @ParameterizedTest(name = "{1} in {0}: {2}")
    @CsvSource({
        "203.0.113.0/24, 203.0.113.255, true",
        "203.0.113.0/24, 203.0.114.0, false",
        "203.0.113.7, 203.0.113.7, true",
        "203.0.113.7, 203.0.113.8, false",
        "0.0.0.0/0, 198.51.100.1, true",
        "203.0.113.128/25, 203.0.113.127, false",
        "203.0.113.0/24, 203.0.112.0/23, false",
        "203.0.113.0/24, 203.0.113.64/26, true",
        "2001:db8::/32, 2001:db8:1234:5678::1, true",
        "2001:db8::/32, 2001:db9::1, false",
        "2001:0db8:0000:0000:0000:0000:0000:0001, 2001:db8::1, true",
        "::/0, ::1, true",
        "::ffff:192.0.2.0/120, ::ffff:192.0.2.7, true",
        "0.0.0.0/0, ::1, false",
        "::/0, 203.0.113.7, false"
    })
    void ranges_hold_addresses_of_their_family(String range, String address, boolean expected) {
        assertThat(IpRange.find(range)
                        .orElseThrow()
                        .contains(IpRange.find(address).orElseThrow()))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "203.0.113",
                "203.0.113.256",
                "203.0.113.7/33",
                "203.0.113.7/",
                "203.0.113.0/-1",
                "1.2.3.4.5",
                "host.example",
                "2001:db8",
                "2001::db8::1",
                ":::",
                "2001:db8::/129",
                "12345::",
                "g::1",
                "1:2:3:4:5:6:7:8:9",
                "::1.2.3",
                "٣.0.0.1"
            })
    void other_texts_are_no_addresses(String text) {
        assertThat(IpRange.find(text)).isEmpty();
    }

    @Test
    void truth_values_join_as_kleene_has_it() {
        Truth unknown = Truth.unknown("u");
        assertThat(unknown.and(Truth.FALSE).isFalse()).isTrue();
        assertThat(unknown.and(Truth.TRUE).isUnknown()).isTrue();
        assertThat(unknown.or(Truth.TRUE).isTrue()).isTrue();
        assertThat(unknown.or(Truth.FALSE).isUnknown()).isTrue();
        assertThat(unknown.not().isUnknown()).isTrue();
        assertThat(Truth.TRUE.not().isFalse()).isTrue();
        assertThat(unknown.or(Truth.unknown("v")).and(Truth.unknown("u")).reasons())
                .containsExactly("u", "v");
        Truth many = Truth.FALSE;
        for (int at = 0; at < 100; at++) {
            many = many.or(Truth.unknown("reason " + at));
        }
        assertThat(many.reasons()).hasSize(16);
    }
}

package io.github.secures3.analysis.prove.internal;

import io.github.secures3.analysis.evaluate.matching.IpRange;
import io.github.secures3.analysis.evaluate.matching.TypedText;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Values that stand for all: with every constant that policies compare an attribute with, its neighbours, and something that none of them names,
 * each way in which the comparisons can come out is among the candidates.
 */
final class Candidates {

    private static final List<String> ADDRESSES =
            List.of("203.0.113.7", "198.51.100.4", "192.0.2.1", "10.0.0.1", "2001:db8:0:0:0:0:0:1");
    private static final Instant SOME_DAY = Instant.parse("2026-01-01T00:00:00Z");

    /** A number of four digits is read as a year; no request comes from the first hours of 1970. */
    private static final int YEAR_DIGITS = 4;

    private Candidates() {}

    static List<String> truthValues() {
        return List.of("true", "false");
    }

    /**
     * The versions of TLS that S3 knows.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/amazon-s3-policy-keys.html">s3:TlsVersion</a>
     */
    static List<String> tlsVersions() {
        return List.of("1.3", "1.2", "1.1", "1.0");
    }

    /** Whole numbers from 0: numeric keys other than versions count something. */
    static List<String> numbers(Collection<String> constants) {
        Set<BigInteger> numbers = new TreeSet<>();
        numbers.add(BigInteger.ZERO);
        for (String constant : constants) {
            TypedText.number(constant)
                    .filter(number -> Math.abs((long) number.precision() - number.scale()) <= 40)
                    .map(number -> number.setScale(0, RoundingMode.FLOOR).toBigInteger())
                    .ifPresent(below -> {
                        for (int offset = -1; offset <= 2; offset++) {
                            numbers.add(below.add(BigInteger.valueOf(offset)));
                        }
                    });
        }
        numbers.removeIf(number -> number.signum() < 0);
        return numbers.stream().map(BigInteger::toString).toList();
    }

    /** Instants to the second. */
    static List<String> dates(Collection<String> constants) {
        return instants(constants).stream()
                .map(instant -> instant.truncatedTo(ChronoUnit.SECONDS).toString())
                .distinct()
                .toList();
    }

    /** Instants in seconds since 1970, which numbers can be compared with as well as dates. */
    static List<String> epochTimes(Collection<String> constants) {
        return instants(constants).stream()
                .map(Instant::getEpochSecond)
                .map(String::valueOf)
                .filter(seconds -> seconds.length() != YEAR_DIGITS)
                .distinct()
                .toList();
    }

    private static Set<Instant> instants(Collection<String> constants) {
        Set<Instant> instants = new TreeSet<>();
        instants.add(SOME_DAY);
        for (String constant : constants) {
            TypedText.instant(constant).ifPresent(instant -> addAround(instant, instants));
        }
        return instants;
    }

    /** Addresses: as ranges nest or lie apart, the first of each and the one behind its last meet every combination. */
    static List<String> addresses(Collection<String> constants) {
        Set<String> addresses = new LinkedHashSet<>(ADDRESSES);
        addresses.add("0.0.0.0");
        addresses.add("0:0:0:0:0:0:0:0");
        for (String constant : constants) {
            Optional<IpRange> range = IpRange.find(constant);
            range.map(IpRange::firstAddress).ifPresent(addresses::add);
            range.flatMap(IpRange::addressBehind).ifPresent(addresses::add);
            if (range.isPresent() && constant.indexOf('/') < 0) {
                // Compared as text, an address has many spellings.
                addresses.add(constant);
            }
        }
        return new ArrayList<>(addresses);
    }

    private static void addAround(Instant instant, Set<Instant> instants) {
        try {
            instants.add(instant);
            instants.add(instant.minusSeconds(1));
            instants.add(instant.plusSeconds(1));
        } catch (DateTimeException beyondTime) {
            // Next to the end of time there is nothing.
        }
    }
}

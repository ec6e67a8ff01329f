package io.github.secures3.analysis.evaluate.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Ranges of every length, held against arithmetic on whole addresses.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4632.txt">RFC 4632</a>
 */
class IpRangeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "203.0.113.170",
                "255.255.255.255",
                "0.0.0.0",
                "10.127.255.255",
                "2001:db8:aaaa:5555:ff00:ff:1234:abcd",
                "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
                "::"
            })
    void a_range_holds_the_addresses_that_share_its_leading_bits(String host) throws UnknownHostException {
        byte[] address = InetAddress.getByName(host).getAddress();
        int bits = address.length * 8;
        for (int prefix = 0; prefix <= bits; prefix++) {
            IpRange range = IpRange.find(host + "/" + prefix).orElseThrow();
            assertThat(range.prefix()).isEqualTo(prefix);
            assertThat(range.isV4()).isEqualTo(bits == 32);
            for (int bit = 0; bit < bits; bit++) {
                String other = text(number(address).flipBit(bits - 1 - bit), address.length);
                assertThat(range.contains(IpRange.find(other).orElseThrow()))
                        .as("%s/%d with bit %d turned", host, prefix, bit)
                        .isEqualTo(bit >= prefix);
            }
            BigInteger first = number(address).shiftRight(bits - prefix).shiftLeft(bits - prefix);
            BigInteger behind = first.add(BigInteger.ONE.shiftLeft(bits - prefix));
            assertThat(plain(range.firstAddress())).isEqualTo(plain(text(first, address.length)));
            boolean isLast = behind.bitLength() > bits;
            assertThat(range.addressBehind().isEmpty())
                    .as("%s/%d", host, prefix)
                    .isEqualTo(isLast);
            if (!isLast) {
                assertThat(plain(range.addressBehind().orElseThrow())).isEqualTo(plain(text(behind, address.length)));
            }
        }
    }

    @Test
    void a_longer_range_holds_no_shorter_one() {
        for (int prefix = 0; prefix <= 32; prefix++) {
            for (int other = 0; other <= 32; other++) {
                assertThat(IpRange.find("0.0.0.0/" + prefix)
                                .orElseThrow()
                                .contains(IpRange.find("0.0.0.0/" + other).orElseThrow()))
                        .isEqualTo(other >= prefix);
            }
        }
        IpRange everything = IpRange.find("0.0.0.0/0").orElseThrow();
        assertThat(IpRange.NONE.contains(everything)).isFalse();
        assertThat(everything.contains(IpRange.NONE)).isFalse();
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "::ffff:192.0.2.129, ::ffff:c000:281",
        "::1.2.3.4, ::102:304",
        "64:ff9b::255.254.129.128, 64:ff9b::fffe:8180",
        "1:2:3:4:5:6:7:8, 0001:0002:0003:0004:0005:0006:0007:0008",
        "1::8, 1:0:0:0:0:0:0:8",
        "::8, 0:0:0:0:0:0:0:8",
        "1:2:3:4:5:6:7::, 1:2:3:4:5:6:7:0",
        "::2:3:4:5:6:7:8, 0:2:3:4:5:6:7:8",
        "ABCD::ef01, abcd::EF01"
    })
    void an_address_can_be_written_in_several_ways(String one, String other) {
        IpRange first = IpRange.find(one).orElseThrow();
        IpRange second = IpRange.find(other).orElseThrow();
        assertThat(first.contains(second) && second.contains(first)).isTrue();
        assertThat(first.firstAddress()).isEqualTo(second.firstAddress());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1::2::3", "::1:2:3:4:5:6:7:8", "1:2:3:4::5:6:7:8", "1.2.3.4::", "1:2:3:4:5:6:7", "/8", ":"})
    void other_texts_are_no_addresses(String text) {
        assertThat(IpRange.find(text)).isEmpty();
    }

    private static BigInteger number(byte[] address) {
        return new BigInteger(1, address);
    }

    private static String text(BigInteger number, int bytes) throws UnknownHostException {
        byte[] digits = number.toByteArray();
        byte[] address = new byte[bytes];
        int length = Math.min(digits.length, bytes);
        System.arraycopy(digits, digits.length - length, address, bytes - length, length);
        // An IPv4-mapped address would come back as the IPv4 address.
        return bytes == 4 ? InetAddress.getByAddress(address).getHostAddress() : groups(address);
    }

    private static String groups(byte[] address) {
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < address.length; at += 2) {
            text.append(at == 0 ? "" : ":").append("%02x%02x".formatted(address[at], address[at + 1]));
        }
        return text.toString();
    }

    /** The groups without leading zeros. */
    private static List<String> plain(String address) {
        return Arrays.stream(address.split("[.:]", -1))
                .map(group -> group.replaceFirst("^0+(?=.)", ""))
                .toList();
    }
}

package io.github.secures3.policy.statements;

import io.github.secures3.policy.UnresolvedToken;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/** The syntax of IPv4 and IPv6 ranges; an address without a prefix length is a range of one. No name is ever looked up. */
final class Cidr {

    private static final String OCTET = "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
    private static final Pattern IPV4 = Pattern.compile(OCTET + "(\\." + OCTET + "){3}");
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");
    private static final Pattern PREFIX_LENGTH = Pattern.compile("[1-9][0-9]{0,2}");

    private Cidr() {}

    static void require(String block) {
        Identifiers.check(
                UnresolvedToken.isIn(block) || isValid(block),
                block,
                "CIDR range",
                "an IPv4 or IPv6 address with a prefix length of at least 1, such as 203.0.113.0/24 or 2001:db8::/32");
    }

    private static boolean isValid(String block) {
        int slash = block.indexOf('/');
        String address = slash < 0 ? block : block.substring(0, slash);
        int longest = IPV4.matcher(address).matches() ? 32 : isIpv6(address) ? 128 : 0;
        if (longest == 0 || slash < 0) {
            return longest > 0;
        }
        String length = block.substring(slash + 1);
        return PREFIX_LENGTH.matcher(length).matches() && Integer.parseInt(length) <= longest;
    }

    private static boolean isIpv6(String address) {
        // The colon keeps the JDK from taking the text for a host name.
        if (!IPV6.matcher(address).matches()) {
            return false;
        }
        try {
            return InetAddress.getByName(address).getAddress().length > 0;
        } catch (UnknownHostException malformed) {
            return false;
        }
    }
}

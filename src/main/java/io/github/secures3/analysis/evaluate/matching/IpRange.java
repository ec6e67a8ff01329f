package io.github.secures3.analysis.evaluate.matching;

import java.util.Arrays;
import java.util.Optional;

/**
 * An IPv4 or IPv6 range in CIDR form; an address alone is a range of one.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4632.txt">RFC 4632</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4291.txt">RFC 4291</a>
 * @since 0.1
 */
public final class IpRange {

    /** The range that holds no address. */
    static final IpRange NONE = new IpRange(new byte[0], 0);

    private static final int V4_BYTES = 4;
    private static final int V6_BYTES = 16;
    private static final int V6_GROUPS = 8;

    private final byte[] address;
    private final int prefix;

    private IpRange(byte[] address, int prefix) {
        this.address = address;
        this.prefix = prefix;
    }

    /** Reads a range or an address, or is empty where the text is neither. */
    public static Optional<IpRange> find(String text) {
        int slash = text.indexOf('/');
        String host = slash < 0 ? text : text.substring(0, slash);
        byte[] address = host.indexOf(':') >= 0 ? v6(host) : v4(host);
        if (address.length == 0) {
            return Optional.empty();
        }
        int bits = address.length * Byte.SIZE;
        int prefix = slash < 0 ? bits : decimal(text.substring(slash + 1), bits);
        return prefix < 0 ? Optional.empty() : Optional.of(new IpRange(address, prefix));
    }

    /** Whether this is an IPv4 range. */
    public boolean isV4() {
        return address.length == V4_BYTES;
    }

    /** How many leading bits are fixed: 0 to 32, or 0 to 128. */
    public int prefix() {
        return prefix;
    }

    /** Whether the other range, or address, of the same family lies within this one. */
    public boolean contains(IpRange other) {
        if (address.length == 0 || address.length != other.address.length || other.prefix < prefix) {
            return false;
        }
        int whole = prefix / Byte.SIZE;
        int rest = prefix % Byte.SIZE;
        if (!Arrays.equals(address, 0, whole, other.address, 0, whole)) {
            return false;
        }
        int mask = rest == 0 ? 0 : 0xFF << (Byte.SIZE - rest) & 0xFF;
        return mask == 0 || (address[whole] & mask) == (other.address[whole] & mask);
    }

    /** The first address of the range, as text. */
    public String firstAddress() {
        return text(masked());
    }

    /** The address that follows the last one of the range, as text; empty where there is none. */
    public Optional<String> addressBehind() {
        byte[] next = masked();
        int at = (prefix - 1) / Byte.SIZE;
        int step = prefix == 0 ? 0 : 1 << (Byte.SIZE - 1 - (prefix - 1) % Byte.SIZE);
        while (at >= 0 && step > 0) {
            int sum = (next[at] & 0xFF) + step;
            next[at] = (byte) sum;
            if (sum <= 0xFF) {
                return Optional.of(text(next));
            }
            step = 1;
            at--;
        }
        return Optional.empty();
    }

    private byte[] masked() {
        byte[] first = address.clone();
        for (int bit = prefix; bit < first.length * Byte.SIZE; bit++) {
            first[bit / Byte.SIZE] &= (byte) ~(1 << (Byte.SIZE - 1 - bit % Byte.SIZE));
        }
        return first;
    }

    private static String text(byte[] address) {
        StringBuilder text = new StringBuilder();
        boolean v4 = address.length == V4_BYTES;
        for (int at = 0; at < address.length; at += v4 ? 1 : 2) {
            text.append(at == 0 ? "" : v4 ? "." : ":");
            text.append(
                    v4
                            ? Integer.toString(address[at] & 0xFF)
                            : Integer.toHexString((address[at] & 0xFF) << Byte.SIZE | (address[at + 1] & 0xFF)));
        }
        return text.toString();
    }

    private static byte[] v4(String host) {
        String[] octets = host.split("\\.", -1);
        byte[] address = new byte[V4_BYTES];
        if (octets.length != V4_BYTES) {
            return new byte[0];
        }
        for (int at = 0; at < V4_BYTES; at++) {
            int octet = decimal(octets[at], 0xFF);
            if (octet < 0) {
                return new byte[0];
            }
            address[at] = (byte) octet;
        }
        return address;
    }

    private static byte[] v6(String host) {
        String hexOnly = withoutTrailingV4(host);
        int gap = hexOnly.indexOf("::");
        if (hexOnly.isEmpty() || gap != hexOnly.lastIndexOf("::")) {
            return new byte[0];
        }
        String[] head = groups(gap < 0 ? hexOnly : hexOnly.substring(0, gap));
        String[] tail = groups(gap < 0 ? "" : hexOnly.substring(gap + 2));
        int given = head.length + tail.length;
        boolean fits = gap < 0 ? given == V6_GROUPS : given < V6_GROUPS;
        byte[] address = new byte[V6_BYTES];
        if (!fits || !fill(address, 0, head) || !fill(address, V6_GROUPS - tail.length, tail)) {
            return new byte[0];
        }
        return address;
    }

    /** An address such as {@code ::ffff:192.0.2.1} with its last 32 bits as two groups, or empty where they are no IPv4 address. */
    private static String withoutTrailingV4(String host) {
        if (host.indexOf('.') < 0) {
            return host;
        }
        int start = host.lastIndexOf(':') + 1;
        byte[] low = v4(host.substring(start));
        if (low.length == 0) {
            return "";
        }
        int high16 = (low[0] & 0xFF) << Byte.SIZE | (low[1] & 0xFF);
        int low16 = (low[2] & 0xFF) << Byte.SIZE | (low[3] & 0xFF);
        return host.substring(0, start) + Integer.toHexString(high16) + ":" + Integer.toHexString(low16);
    }

    private static String[] groups(String text) {
        return text.isEmpty() ? new String[0] : text.split(":", -1);
    }

    private static boolean fill(byte[] address, int from, String[] groups) {
        for (int at = 0; at < groups.length; at++) {
            String group = groups[at];
            if (group.isEmpty() || group.length() > 4) {
                return false;
            }
            int value = 0;
            for (int digit = 0; digit < group.length(); digit++) {
                char c = group.charAt(digit);
                int hex = c < 128 ? Character.digit(c, 16) : -1;
                if (hex < 0) {
                    return false;
                }
                value = value * 16 + hex;
            }
            address[2 * (from + at)] = (byte) (value >> Byte.SIZE);
            address[2 * (from + at) + 1] = (byte) value;
        }
        return true;
    }

    /** A number of one to three digits up to the limit, or -1. */
    private static int decimal(String text, int limit) {
        if (text.isEmpty() || text.length() > 3) {
            return -1;
        }
        int value = 0;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c < '0' || c > '9') {
                return -1;
            }
            value = value * 10 + c - '0';
        }
        return value <= limit ? value : -1;
    }
}

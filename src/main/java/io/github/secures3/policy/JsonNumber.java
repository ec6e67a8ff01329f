package io.github.secures3.policy;

/** The number syntax of JSON (RFC 8259, section 6), checked without a regular expression: input can be hostile and long. */
final class JsonNumber {

    private JsonNumber() {}

    static boolean isValid(String text) {
        int at = text.startsWith("-") ? 1 : 0;
        int integerEnd = digits(text, at);
        boolean leadingZero = integerEnd > at + 1 && text.charAt(at) == '0';
        if (integerEnd == at || leadingZero) {
            return false;
        }
        at = integerEnd;
        if (at < text.length() && text.charAt(at) == '.') {
            int fractionEnd = digits(text, at + 1);
            if (fractionEnd == at + 1) {
                return false;
            }
            at = fractionEnd;
        }
        return at == text.length() || isExponent(text, at);
    }

    private static boolean isExponent(String text, int at) {
        if (text.charAt(at) != 'e' && text.charAt(at) != 'E') {
            return false;
        }
        int start = at + 1;
        if (start < text.length() && (text.charAt(start) == '+' || text.charAt(start) == '-')) {
            start++;
        }
        int end = digits(text, start);
        return end > start && end == text.length();
    }

    private static int digits(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }
}

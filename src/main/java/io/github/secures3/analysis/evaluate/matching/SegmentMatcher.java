package io.github.secures3.analysis.evaluate.matching;

/**
 * The reading of wildcards that AWS documents for resource ARNs: within a segment, and over colons only from the end of one.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html">Wildcards in resource ARNs</a>
 */
final class SegmentMatcher {

    private static final int COLONS_BEFORE_RESOURCE = 5;
    private static final long MOST_PAIRS = 1 << 24;

    private SegmentMatcher() {}

    /** Whether the text fits; false as well where the two are too long to look. */
    static boolean matches(int[] pattern, int[] text) {
        if ((long) (pattern.length + 1) * (text.length + 1) > MOST_PAIRS) {
            return false;
        }
        boolean[] crossesColons = crossesColons(pattern);
        boolean[] below = new boolean[text.length + 1];
        below[text.length] = true;
        for (int i = pattern.length - 1; i >= 0; i--) {
            boolean[] row = new boolean[text.length + 1];
            for (int j = text.length; j >= 0; j--) {
                boolean textLeft = j < text.length;
                boolean reachable = textLeft && (crossesColons[i] || text[j] != ':');
                if (pattern[i] == Symbols.ANY_SEQUENCE) {
                    row[j] = below[j] || (reachable && row[j + 1]);
                } else if (pattern[i] == Symbols.ANY_CHARACTER) {
                    row[j] = reachable && text[j] >= 0 && below[j + 1];
                } else {
                    row[j] = textLeft && pattern[i] == text[j] && below[j + 1];
                }
            }
            below = row;
        }
        return below[0];
    }

    /** Which wildcards stand at the end of a segment, or in the resource part, where a colon is a character like any other. */
    private static boolean[] crossesColons(int[] pattern) {
        boolean[] crosses = new boolean[pattern.length];
        int colons = 0;
        for (int at = 0; at < pattern.length; at++) {
            if (pattern[at] == ':') {
                colons++;
            }
            boolean endsSegment =
                    pattern[at] == Symbols.ANY_SEQUENCE && (at + 1 == pattern.length || pattern[at + 1] == ':');
            crosses[at] = endsSegment || colons >= COLONS_BEFORE_RESOURCE;
        }
        return crosses;
    }
}

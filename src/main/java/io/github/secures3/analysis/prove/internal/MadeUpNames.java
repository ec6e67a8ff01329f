package io.github.secures3.analysis.prove.internal;

import java.util.List;

/**
 * What is known of the names that CloudFormation and services make up, see {@link UnknownValues}: each fills the place between two separators,
 * holds a hyphen, and is no other resource's. The evaluator takes the same for granted.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-name.html">Name type</a>
 */
final class MadeUpNames {

    private MadeUpNames() {}

    /**
     * Whether pattern and text, alike up to this place, go on with pieces that can never be the same because one is a made-up name.
     *
     * @param text the text, or its beginning
     * @param whole whether it is the whole text
     */
    static boolean differ(List<Integer> pattern, String text, int at, boolean whole) {
        List<Integer> symbols = text.chars().boxed().toList();
        boolean parted = whole || endOfPiece(symbols, at) < symbols.size();
        boolean inText = isName(symbols, at) && parted;
        boolean inPattern = isName(pattern, at);
        return (inText && inPattern)
                || (inPattern && parted && isNoName(symbols, at))
                || (inText && isNoName(pattern, at));
    }

    private static boolean isName(List<Integer> symbols, int at) {
        return at < symbols.size() && isName(symbols.get(at)) && endOfPiece(symbols, at) == at + 1;
    }

    private static boolean isName(int symbol) {
        return symbol > 0 && UnknownValues.isGeneratedName((char) symbol);
    }

    /** Whether the piece is known text that nobody makes up as a name. */
    private static boolean isNoName(List<Integer> symbols, int at) {
        return symbols.subList(Math.min(at, symbols.size()), endOfPiece(symbols, at)).stream()
                .noneMatch(symbol -> symbol < 0 || symbol == '-' || UnknownValues.isUnknown((char) (int) symbol));
    }

    private static int endOfPiece(List<Integer> symbols, int from) {
        int at = Math.min(from, symbols.size());
        while (at < symbols.size() && symbols.get(at) != '/' && symbols.get(at) != ':') {
            at++;
        }
        return at;
    }
}

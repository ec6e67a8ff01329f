package io.github.secures3.analysis.evaluate.matching;

/**
 * What is known of the names that CloudFormation and services make up: each fills the place between two separators, holds a hyphen, and is no
 * other resource's.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-name.html">Name type</a>
 */
final class GeneratedNames {

    private GeneratedNames() {}

    /** Whether pattern and text, alike up to this place, go on with pieces that can never be the same because one is a made-up name. */
    static boolean differAt(int[] pattern, int[] text, int at) {
        boolean inPattern = fillsPiece(pattern, at);
        boolean inText = fillsPiece(text, at);
        return (inPattern && inText) || (inPattern && isNoName(text, at)) || (inText && isNoName(pattern, at));
    }

    private static boolean fillsPiece(int[] symbols, int at) {
        return at < symbols.length && Symbols.isGeneratedName(symbols[at]) && endsPiece(symbols, at + 1);
    }

    /** Whether the piece is known text that nobody makes up as a name. */
    private static boolean isNoName(int[] symbols, int from) {
        int at = from;
        while (!endsPiece(symbols, at)) {
            if (symbols[at] < 0 || symbols[at] == '-') {
                return false;
            }
            at++;
        }
        return true;
    }

    private static boolean endsPiece(int[] symbols, int at) {
        return at >= symbols.length || symbols[at] == '/' || symbols[at] == ':';
    }
}

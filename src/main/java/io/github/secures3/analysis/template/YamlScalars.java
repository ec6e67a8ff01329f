package io.github.secures3.analysis.template;

import io.github.secures3.analysis.template.Node.Scalar;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/**
 * Gives plain scalars their type by the rules of YAML 1.1, which CloudFormation follows, dates excepted.
 *
 * @see <a href="https://yaml.org/type/bool.html">Booleans of YAML 1.1</a>
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-formats.html">Template formats</a>
 */
final class YamlScalars {

    private static final Set<String> TRUE = Set.of("true", "yes", "on");
    private static final Set<String> FALSE = Set.of("false", "no", "off");
    private static final Set<String> NULL = Set.of("", "~", "null", "Null", "NULL");
    // What JSON calls a number; an account id with a leading zero stays text.
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*+)(\\.[0-9]++)?([eE][+-]?[0-9]++)?");
    private static final int LONGEST_NUMBER = 100;

    private YamlScalars() {}

    static Scalar read(ScalarEvent event, Place at) {
        String text = event.getValue();
        boolean typed = event.isPlain() && !event.getTag().orElse("").equals("tag:yaml.org,2002:str");
        if (!typed) {
            return new Scalar(at, Scalar.Kind.STRING, text);
        }
        if (NULL.contains(text)) {
            return new Scalar(at, Scalar.Kind.NULL, "null");
        }
        if (text.length() <= LONGEST_NUMBER && NUMBER.matcher(text).matches()) {
            return new Scalar(at, Scalar.Kind.NUMBER, text);
        }
        return text.length() > 5 ? new Scalar(at, Scalar.Kind.STRING, text) : word(text, at);
    }

    /** {@code yes}, {@code Yes} and {@code YES} are booleans, {@code yEs} is text. */
    private static Scalar word(String text, Place at) {
        String lower = text.toLowerCase(Locale.ROOT);
        String capital = lower.substring(0, 1).toUpperCase(Locale.ROOT) + lower.substring(1);
        boolean regular = text.equals(lower) || text.equals(capital) || text.equals(lower.toUpperCase(Locale.ROOT));
        if (regular && TRUE.contains(lower)) {
            return new Scalar(at, Scalar.Kind.BOOLEAN, "true");
        }
        return regular && FALSE.contains(lower)
                ? new Scalar(at, Scalar.Kind.BOOLEAN, "false")
                : new Scalar(at, Scalar.Kind.STRING, text);
    }
}

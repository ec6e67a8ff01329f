package io.github.secures3.analysis.template;

import io.github.secures3.analysis.template.Node.Scalar;
import java.util.Optional;

/**
 * The short form of intrinsic functions in YAML, such as {@code !Ref} and {@code !GetAtt a.b}.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-getatt.html">Fn::GetAtt</a>
 */
final class ShortForm {

    private static final String GET_ATT = "Fn::GetAtt";

    private ShortForm() {}

    /** The long name of the function that a tag stands for; empty for tags of YAML itself. */
    static Optional<String> function(String tag) {
        if (!tag.startsWith("!") || tag.length() == 1 || tag.startsWith("!!")) {
            return Optional.empty();
        }
        String name = tag.substring(1);
        boolean bare = name.equals("Ref") || name.equals("Condition");
        return Optional.of(bare ? name : "Fn::" + name);
    }

    /** Adds the argument of a function whose short form has plain text behind it. */
    static void argument(String function, String text, TreeBuilder tree, Place at) {
        int dot = text.indexOf('.');
        if (!function.equals(GET_ATT) || dot < 0) {
            tree.add(new Scalar(tree.place(at.line(), at.column()), Scalar.Kind.STRING, text));
            return;
        }
        tree.startList(tree.place(at.line(), at.column()));
        tree.add(new Scalar(tree.place(at.line(), at.column()), Scalar.Kind.STRING, text.substring(0, dot)));
        tree.add(new Scalar(tree.place(at.line(), at.column()), Scalar.Kind.STRING, text.substring(dot + 1)));
        tree.end();
    }
}

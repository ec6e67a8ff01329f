package io.github.secures3.analysis.template;

import io.github.secures3.analysis.model.SourceLine;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The calls that made a construct, innermost first, as a cloud assembly keeps them: the first that is the app's own says where a resource comes
 * from. Apps in Java, Python and the like write theirs when {@code JSII_HOST_STACK_TRACES} is set.
 *
 * @see <a href="https://github.com/aws/aws-cdk/pull/37643">Construct creation stack traces</a>
 * @see <a href="https://github.com/aws/jsii/releases/tag/v1.136.0">jsii 1.136.0</a>
 */
final class CreationStack {

    private static final int LONGEST = 500;
    private static final String POSITION = ":(\\d{1,9})(?::\\d+)?\\)";

    /** {@code com.example.OrdersStack.<init> (OrdersStack.java:14)}. */
    private static final Pattern JVM = Pattern.compile(
            "(?:[\\w.]+/)?((?:[\\w$]+\\.)*)[\\w$]+\\.[\\w$<>]+ \\(([\\w$]+\\.(?:java|kt|scala|groovy))" + POSITION);

    /** {@code new OrdersStack (lib/orders-stack.ts:14:5)}. */
    private static final Pattern OTHER = Pattern.compile("[^()]* \\(([^()]+?)" + POSITION);

    /** Packages of the JVM that no app is in. */
    private static final Pattern LIBRARY = Pattern.compile(
            "(software\\.amazon\\.(awscdk|jsii)|software\\.constructs|io\\.github\\.secures3\\.constructs|java|javax|jdk|sun|kotlin|scala|groovy)\\..*");

    private CreationStack() {}

    static Optional<SourceLine> line(List<String> calls) {
        return calls.stream()
                .filter(call -> call.length() <= LONGEST)
                .flatMap(call -> line(call).stream())
                .findFirst();
    }

    private static Optional<SourceLine> line(String call) {
        Matcher jvm = JVM.matcher(call);
        if (jvm.matches()) {
            String home = jvm.group(1);
            return LIBRARY.matcher(home).matches()
                    ? Optional.empty()
                    : Optional.of(new SourceLine(home.replace('.', '/') + jvm.group(2), number(jvm.group(3))));
        }
        Matcher other = OTHER.matcher(call);
        return other.matches() && isOfTheApp(other.group(1))
                ? Optional.of(new SourceLine(other.group(1), number(other.group(2))))
                : Optional.empty();
    }

    private static int number(String digits) {
        return Math.max(1, Integer.parseInt(digits));
    }

    private static boolean isOfTheApp(String file) {
        return !file.startsWith("node:")
                && !file.contains("node_modules")
                && !file.contains("site-packages")
                && !file.contains("jsii");
    }
}

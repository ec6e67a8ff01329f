package io.github.secures3.analysis.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A CloudFormation intrinsic function call, such as {@code {"Ref": "Stage"}}.
 *
 * @param function {@code Ref} or {@code Fn::...}
 * @param argument what stands behind it
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html">Intrinsic
 *     functions</a>
 */
record Intrinsic(String function, JsonNode argument) {
    /** A variable in the text of {@code Fn::Sub}; {@code ${!Name}} is not one. */
    static final Pattern VARIABLE = Pattern.compile("\\$\\{([^!}][^}]*)}");

    static Optional<Intrinsic> find(JsonNode node) {
        if (!node.isObject() || node.size() != 1) {
            return Optional.empty();
        }
        String name = node.fieldNames().next();
        return name.equals("Ref") || name.startsWith("Fn::")
                ? Optional.of(new Intrinsic(name, node.get(name)))
                : Optional.empty();
    }

    /** Whether CloudFormation takes the node away, as if it had never been written. */
    static boolean isNoValue(JsonNode node) {
        return node.isNull()
                || (node.isObject()
                        && node.size() == 1
                        && node.path("Ref").asText().equals("AWS::NoValue"));
    }

    /** The parameter, condition, resource, mapping or import that decides the value. */
    String dependsOn() {
        JsonNode first = argument.isArray() ? argument.path(0) : argument;
        return switch (function) {
            case "Fn::Transform" -> argument.path("Name").asText(function);
            case "Fn::GetAtt" -> attribute().orElseGet(this::other);
            case "Fn::Sub" -> variable(first.asText()).orElse(function);
            case "Ref", "Fn::If", "Fn::FindInMap", "Fn::ImportValue" -> first.isTextual() ? first.asText() : other();
            default -> other();
        };
    }

    /** The resource of a {@code Fn::GetAtt} that is literal; the attribute's name may be a Ref. */
    Optional<String> attribute() {
        boolean pair = argument.path(0).isTextual() && argument.path(1).isTextual();
        return argument.isTextual() || pair
                ? Optional.of((pair ? argument.path(0) : argument).asText().replaceFirst("\\..*", ""))
                : Optional.empty();
    }

    private String other() {
        return nested(argument).orElse(function);
    }

    private static Optional<String> variable(String text) {
        Matcher variable = VARIABLE.matcher(text);
        return variable.find() ? Optional.of(variable.group(1).replaceFirst("\\..*", "")) : Optional.empty();
    }

    private static Optional<String> nested(JsonNode node) {
        Optional<Intrinsic> here = find(node);
        if (here.isPresent()) {
            return Optional.of(here.get().dependsOn());
        }
        for (JsonNode child : node) {
            Optional<String> below = nested(child);
            if (below.isPresent()) {
                return below;
            }
        }
        return Optional.empty();
    }
}

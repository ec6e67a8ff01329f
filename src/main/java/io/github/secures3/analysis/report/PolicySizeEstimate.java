package io.github.secures3.analysis.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;

/**
 * The size of a bucket policy once CloudFormation has filled in its intrinsic functions, each taken at its longest usual text.
 *
 * @param bytes of the compact JSON
 * @param exact whether nothing had to be filled in
 */
record PolicySizeEstimate(long bytes, boolean exact) {

    /** What S3 takes: <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-policies.html">20 KB</a>. */
    static final int LIMIT = 20_480;

    private static final int QUOTES = 2;

    static PolicySizeEstimate of(JsonNode document, Template template) {
        return new PolicySizeEstimate(size(document, template), isLiteral(document));
    }

    private static boolean isLiteral(JsonNode node) {
        if (Intrinsic.find(node).isPresent()) {
            return false;
        }
        for (JsonNode child : node) {
            if (!isLiteral(child)) {
                return false;
            }
        }
        return true;
    }

    private static long size(JsonNode node, Template template) {
        if (Intrinsic.isNoValue(node)) {
            return 0;
        }
        if (Intrinsic.find(node).isPresent()) {
            return filled(Intrinsic.find(node).get(), template);
        }
        if (!node.isContainerNode()) {
            return literal(node);
        }
        long bytes = 0;
        int elements = 0;
        for (JsonNode child : node) {
            bytes += size(child, template);
            elements += Intrinsic.isNoValue(child) ? 0 : 1;
        }
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            boolean left = Intrinsic.isNoValue(entry.getValue());
            bytes += left ? 0 : literal(TextNode.valueOf(entry.getKey())) + ":".length();
        }
        return "{}".length() + bytes + Math.max(0, elements - 1);
    }

    private static long literal(JsonNode node) {
        return JsonFile.compact(node).getBytes(StandardCharsets.UTF_8).length;
    }

    private static long filled(Intrinsic call, Template template) {
        JsonNode argument = call.argument();
        return switch (call.function()) {
            case "Fn::If" -> Math.max(size(argument.path(1), template), size(argument.path(2), template));
            case "Fn::Join" -> QUOTES + joined(argument, template);
            case "Fn::Sub" -> QUOTES + substituted(argument, template);
            case "Ref" -> QUOTES + LongestText.ofRef(argument.asText(), template);
            case "Fn::GetAtt" -> QUOTES + LongestText.ofAttribute(argument, template);
            default -> QUOTES + LongestText.UNKNOWN;
        };
    }

    private static long joined(JsonNode argument, Template template) {
        if (!argument.path(1).isArray()) {
            return LongestText.UNKNOWN;
        }
        long between = inside(argument.path(0), template);
        long bytes = 0;
        for (JsonNode part : argument.path(1)) {
            bytes += inside(part, template);
        }
        return bytes + between * Math.max(0, argument.path(1).size() - 1);
    }

    /** The text without its quotes. */
    private static long inside(JsonNode text, Template template) {
        return Math.max(0, size(text, template) - QUOTES);
    }

    private static long substituted(JsonNode argument, Template template) {
        JsonNode format = argument.isArray() ? argument.path(0) : argument;
        Matcher variable = Intrinsic.VARIABLE.matcher(format.asText());
        long bytes = literal(TextNode.valueOf(format.asText())) - QUOTES;
        while (variable.find()) {
            String name = variable.group(1);
            JsonNode given = argument.path(1).path(name);
            bytes -= variable.group().length();
            if (!given.isMissingNode()) {
                bytes += inside(given, template);
            } else if (name.contains(".")) {
                bytes += LongestText.ofAttribute(TextNode.valueOf(name), template);
            } else {
                bytes += LongestText.ofRef(name, template);
            }
        }
        return bytes;
    }
}

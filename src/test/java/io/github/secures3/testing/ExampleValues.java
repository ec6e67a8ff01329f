package io.github.secures3.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Locale;
import java.util.Map;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.Token;

/**
 * What the intrinsic functions of a template turn into, so that its policies can be tried on requests.
 *
 * <p>Partition {@code aws}, account {@code 111122223333} and Region {@code eu-west-1} unless the stack names its own. A resource
 * without a physical name has its logical id in lower case, without the hash and the words Bucket, Key and Role before it:
 * {@code DataBucketE3889A50} is the bucket {@code data}, {@code DataKey6CDE9917} the key {@code key/data}. A parameter is its own name
 * in lower case.
 */
final class ExampleValues {

    /** What another stack exports, with its template. */
    record Export(JsonNode template, JsonNode value) {}

    static final String ACCOUNT = "111122223333";
    static final String REGION = "eu-west-1";

    private final String account;
    private final String region;
    private final Map<String, Export> exports;

    private ExampleValues(String account, String region, Map<String, Export> exports) {
        this.account = account;
        this.region = region;
        this.exports = exports;
    }

    static ExampleValues of(Stack stack, Map<String, Export> exports) {
        return new ExampleValues(
                known(stack.getAccount(), ACCOUNT), known(stack.getRegion(), REGION), Map.copyOf(exports));
    }

    private static String known(String value, String otherwise) {
        return Boolean.TRUE.equals(Token.isUnresolved(value)) ? otherwise : value;
    }

    /** The node with every intrinsic function replaced. */
    JsonNode fillIn(JsonNode template, JsonNode node) {
        if (node.isArray()) {
            ArrayNode filled = JsonNodeFactory.instance.arrayNode();
            node.forEach(child -> filled.add(fillIn(template, child)));
            return filled;
        }
        if (!node.isObject()) {
            return node;
        }
        if (node.size() == 1) {
            String name = node.fieldNames().next();
            if (name.equals("Ref") || name.startsWith("Fn::")) {
                return new TextNode(text(template, name, node.get(name)));
            }
        }
        ObjectNode filled = JsonNodeFactory.instance.objectNode();
        node.properties().forEach(field -> filled.set(field.getKey(), fillIn(template, field.getValue())));
        return filled;
    }

    private String text(JsonNode template, String function, JsonNode argument) {
        return switch (function) {
            case "Ref" -> ref(template, argument.asText());
            case "Fn::GetAtt" ->
                attribute(template, argument.get(0).asText(), argument.get(1).asText());
            case "Fn::Join" -> join(template, argument);
            case "Fn::ImportValue" -> imported(argument.asText());
            default -> throw new UnsupportedOperationException(function + " " + argument);
        };
    }

    private String join(JsonNode template, JsonNode argument) {
        StringBuilder joined = new StringBuilder();
        for (JsonNode part : argument.get(1)) {
            if (joined.length() > 0) {
                joined.append(argument.get(0).asText());
            }
            joined.append(fillIn(template, part).asText());
        }
        return joined.toString();
    }

    private String imported(String name) {
        Export export = exports.get(name);
        if (export == null) {
            throw new IllegalArgumentException("no stack exports " + name);
        }
        return fillIn(export.template(), export.value()).asText();
    }

    private String ref(JsonNode template, String name) {
        return switch (name) {
            case "AWS::Partition" -> "aws";
            case "AWS::AccountId" -> account;
            case "AWS::Region" -> region;
            case "AWS::URLSuffix" -> "amazonaws.com";
            default -> physicalName(template, name);
        };
    }

    private String physicalName(JsonNode template, String logicalId) {
        JsonNode properties = template.path("Resources").path(logicalId).path("Properties");
        for (String property : new String[] {"BucketName", "RoleName"}) {
            if (properties.has(property)) {
                return fillIn(template, properties.get(property)).asText();
            }
        }
        return logicalId.replaceFirst("(Bucket|Key|Role)?[0-9A-F]{8}$", "").toLowerCase(Locale.ROOT);
    }

    private String attribute(JsonNode template, String logicalId, String attribute) {
        String type = template.path("Resources").path(logicalId).path("Type").asText();
        String name = physicalName(template, logicalId);
        return switch (type + " " + attribute) {
            case "AWS::S3::Bucket Arn" -> "arn:aws:s3:::" + name;
            case "AWS::KMS::Key Arn" -> "arn:aws:kms:" + region + ":" + account + ":key/" + name;
            case "AWS::IAM::Role Arn" -> "arn:aws:iam::" + account + ":role/" + name;
            case "AWS::S3::MultiRegionAccessPoint Alias" -> name + ".mrap";
            default -> throw new UnsupportedOperationException(type + " " + attribute);
        };
    }
}

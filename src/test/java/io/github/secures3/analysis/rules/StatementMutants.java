package io.github.secures3.analysis.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Statements that deny less, or allow more, than the one they are made of, each by one change. */
final class StatementMutants {

    private final ObjectNode statement;
    private final Map<String, Predicate<ObjectNode>> all = new LinkedHashMap<>();

    private StatementMutants(ObjectNode statement) {
        this.statement = statement;
    }

    /**
     * The changes by what they do; each says whether the statement stays.
     *
     * @param opens whether an Allow without its condition lets in others than those who have leave anyhow
     */
    static Map<String, Predicate<ObjectNode>> of(ObjectNode statement, boolean opens) {
        StatementMutants mutants = new StatementMutants(statement);
        if (statement.path("Effect").asText().equals("Deny")) {
            mutants.deny();
        } else if (opens) {
            mutants.allow();
        }
        return mutants.all;
    }

    private void deny() {
        all.put("removed", node -> false);
        if (statement.has("Principal")) {
            add(
                    "for one role alone",
                    node -> node.putObject("Principal").put("AWS", "arn:aws:iam::111122223333:role/Nobody"));
        }
        for (String element : new String[] {"Action", "Resource"}) {
            if (statement.path(element).isArray() && statement.path(element).size() > 1) {
                add(
                        "for its first " + element.toLowerCase(java.util.Locale.ROOT) + " alone",
                        node -> node.set(element, node.path(element).get(0)));
            }
        }
        conditions((operator, key) -> {
            JsonNode values = statement.path("Condition").path(operator).path(key);
            if (isNegated(operator)) {
                add("spares more of " + key, node -> spareMore(node, operator, key));
            } else if (values.isArray() && values.size() > 1) {
                for (int index = 0; index < values.size(); index++) {
                    int place = index;
                    add(
                            "without " + key + " " + values.get(index).asText(),
                            node -> ((ArrayNode) node.path("Condition")
                                            .path(operator)
                                            .path(key))
                                    .remove(place));
                }
            }
            if (operator.startsWith("Numeric")) {
                add(
                        "for " + key + " far off alone",
                        node -> ((ObjectNode) node.path("Condition").path(operator))
                                .put(key, operator.contains("Less") ? "1.0" : "86400000000"));
            }
            if (operator.endsWith("IfExists")) {
                add("only where " + key + " exists", node -> withoutIfExists(node, operator, key));
            }
        });
    }

    private void allow() {
        conditions((operator, key) -> add("without its condition on " + key, node -> {
            ObjectNode block = (ObjectNode) node.path("Condition");
            ObjectNode keys = (ObjectNode) block.path(operator);
            keys.remove(key);
            if (keys.isEmpty()) {
                block.remove(operator);
            }
            if (block.isEmpty()) {
                node.remove("Condition");
            }
        }));
        int conditions = statement.path("Condition").properties().stream()
                .mapToInt(operator -> operator.getValue().size())
                .sum();
        if (conditions > 1) {
            add("without conditions", node -> node.remove("Condition"));
        }
    }

    /** A further value that a negated operator spares: everything of its kind. */
    private static void spareMore(ObjectNode node, String operator, String key) {
        ObjectNode keys = (ObjectNode) node.path("Condition").path(operator);
        ArrayNode values = node.arrayNode();
        JsonNode old = keys.path(key);
        if (old.isArray()) {
            values.addAll((ArrayNode) old);
        } else {
            values.add(old);
        }
        values.add(otherValue(key));
        keys.set(key, values);
    }

    /** A value that the key can have and that no template spares. */
    private static String otherValue(String key) {
        return switch (key) {
            case "aws:PrincipalArn" -> "arn:aws:iam::111122223333:role/Nobody";
            case "aws:PrincipalOrgID", "aws:SourceOrgID" -> "o-otherorgid1";
            case "aws:PrincipalAccount", "aws:SourceAccount", "s3:DataAccessPointAccount" -> "123456789012";
            case "aws:SourceVpc" -> "vpc-99999999";
            case "aws:SourceVpce" -> "vpce-99999999";
            case "aws:SourceIp" -> "198.51.100.0/24";
            case "aws:ResourceTag/perimeter" -> "ajar";
            case "aws:RequestedRegion" -> "eu-west-1";
            case "s3:DataAccessPointArn" -> "arn:aws:s3:eu-west-1:123456789012:accesspoint/*";
            case "s3:AccessPointNetworkOrigin" -> "Internet";
            case "s3:authType" -> "REST-QUERY-STRING";
            case "s3:x-amz-bucket-namespace" -> "global";
            case "s3:x-amz-server-side-encryption" -> "aws:kms:dsse";
            case "s3:x-amz-server-side-encryption-aws-kms-key-id" ->
                "arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";
            default -> throw new IllegalArgumentException("no other value is known for " + key);
        };
    }

    private static void withoutIfExists(ObjectNode node, String operator, String key) {
        ObjectNode block = (ObjectNode) node.path("Condition");
        ObjectNode keys = (ObjectNode) block.path(operator);
        JsonNode values = keys.remove(key);
        if (keys.isEmpty()) {
            block.remove(operator);
        }
        block.withObject("/" + operator.replace("IfExists", "")).set(key, values);
    }

    private static boolean isNegated(String operator) {
        return operator.contains("Not");
    }

    private interface OfCondition {
        void accept(String operator, String key);
    }

    private void conditions(OfCondition each) {
        statement
                .path("Condition")
                .properties()
                .forEach(operator ->
                        operator.getValue().properties().forEach(key -> each.accept(operator.getKey(), key.getKey())));
    }

    private void add(String change, Consumer<ObjectNode> edit) {
        all.put(change, node -> {
            edit.accept(node);
            return true;
        });
    }
}

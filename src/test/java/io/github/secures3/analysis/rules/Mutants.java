package io.github.secures3.analysis.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Templates that protect less than the one they are made of, each by one change. */
final class Mutants {

    /** Names, what only saves money or time, what lets in rather than keeps out, and what reports without finding anything wrong by itself. */
    private static final Set<String> NO_PROTECTION = Set.of(
            "Tags",
            "Name",
            "BucketName",
            "BucketNamePrefix",
            "BucketNamespace",
            "ExpiredObjectDeleteMarker",
            "AccelerateConfiguration",
            "CorsConfiguration",
            "IntelligentTieringConfigurations",
            "DeleteMarkerReplication",
            "InventoryConfigurations",
            "MessageRetentionPeriod");
    /** Parts of properties that can be left out, and protect less then. */
    private static final Set<String> OPTIONAL = Set.of(
            "Rule",
            "BlockedEncryptionTypes",
            "KMSMasterKeyID",
            "EncryptionConfiguration",
            "AccessControlTranslation",
            "ReplicationTime",
            "Metrics",
            "SourceSelectionCriteria",
            "NoncurrentVersionExpiration");
    /** What holds data, or what data cannot be read or copied without. */
    private static final Set<String> STATEFUL =
            Set.of("AWS::S3::Bucket", "AWS::KMS::Key", "AWS::KMS::Alias", "AWS::IAM::Role", "AWS::DynamoDB::Table");
    /** What finds out that something went wrong. */
    private static final Set<String> DETECTING =
            Set.of("AWS::CloudWatch::Alarm", "AWS::Events::Rule", "AWS::Pipes::Pipe", "AWS::SQS::QueuePolicy");
    /** Where resources have their own policy, which a statement without a condition opens. */
    private static final Map<String, String> RESOURCE_POLICIES = Map.of(
            "AWS::S3::BucketPolicy", "PolicyDocument",
            "AWS::KMS::Key", "KeyPolicy",
            "AWS::S3::AccessPoint", "Policy",
            "AWS::S3::MultiRegionAccessPointPolicy", "Policy",
            "AWS::SQS::QueuePolicy", "PolicyDocument",
            "AWS::IAM::Role", "AssumeRolePolicyDocument",
            "AWS::Organizations::Policy", "Content");

    private final ObjectNode template;
    private final List<Mutant> all = new ArrayList<>();

    /**
     * A changed template.
     *
     * @param resource the logical id of what was changed
     * @param change what was changed, in words
     * @param template the template
     * @param subject what was changed, as it was before: a statement, or else the whole resource
     */
    record Mutant(String resource, String change, ObjectNode template, JsonNode subject) {

        @Override
        public String toString() {
            return name(resource) + ": " + change;
        }
    }

    private Mutants(ObjectNode template) {
        this.template = template;
    }

    static List<Mutant> of(ObjectNode template) {
        Mutants mutants = new Mutants(template);
        template.path("Resources").properties().forEach(mutants::resource);
        return mutants.all;
    }

    /** A logical id without the digest that the CDK puts at its end. */
    static String name(String logicalId) {
        return logicalId.replaceFirst("[0-9A-F]{8}$", "");
    }

    private void resource(Map.Entry<String, JsonNode> resource) {
        String id = resource.getKey();
        String type = resource.getValue().path("Type").asText();
        if (STATEFUL.contains(type)) {
            retention(id);
        }
        if (DETECTING.contains(type)) {
            add(id, "removed", "/Resources", resources -> resources.remove(id));
        }
        switch (type) {
            case "AWS::S3::Bucket", "AWS::SQS::Queue" -> properties(id, List.of());
            case "AWS::S3::AccessPoint" -> properties(id, List.of("Bucket", "BucketAccountId", "Policy"));
            case "AWS::S3::MultiRegionAccessPoint" -> properties(id, List.of("Regions"));
            case "AWS::KMS::Key" ->
                add(id, "EnableKeyRotation off", properties(id), node -> {
                    if (node.path("EnableKeyRotation").asBoolean()) {
                        node.put("EnableKeyRotation", false);
                    }
                });
            case "AWS::Events::Rule" -> {
                add(id, "State DISABLED", properties(id), node -> node.put("State", "DISABLED"));
                add(id, "without Targets", properties(id), node -> node.remove("Targets"));
            }
            case "AWS::Organizations::Policy" -> targets(id);
            case "AWS::IAM::Role", "AWS::IAM::User" ->
                add(id, "without PermissionsBoundary", properties(id), node -> node.remove("PermissionsBoundary"));
            default -> {
                // Other resources protect by their policies alone, if at all.
            }
        }
        Optional.ofNullable(RESOURCE_POLICIES.get(type)).ifPresent(property -> {
            String at = properties(id) + "/" + property;
            statements(id, at, true);
            if (type.equals("AWS::Organizations::Policy") && !template.at(at).has("Statement")) {
                weaken(id, at, "s3_attributes");
            }
        });
        template.at(properties(id)).properties().forEach(property -> {
            if (!property.getKey().equals(RESOURCE_POLICIES.get(type))) {
                documents(id, properties(id) + "/" + property.getKey(), property.getValue());
            }
        });
    }

    /** The identity policies of a resource, however deep they stand. */
    private void documents(String id, String at, JsonNode value) {
        if (value.path("Statement").isArray()) {
            statements(id, at, false);
        } else if (value.isObject()) {
            value.properties().forEach(member -> documents(id, at + "/" + member.getKey(), member.getValue()));
        } else if (value.isArray()) {
            for (int index = 0; index < value.size(); index++) {
                documents(id, at + "/" + index, value.get(index));
            }
        }
    }

    private void statements(String id, String at, boolean opens) {
        for (int index = 0; index < template.at(at + "/Statement").size(); index++) {
            int place = index;
            StatementMutants.of((ObjectNode) template.at(at + "/Statement/" + index), opens)
                    .forEach((change, edit) -> {
                        String sid =
                                template.at(at + "/Statement/" + place + "/Sid").asText("statement " + place);
                        add(
                                id,
                                sid + " " + change,
                                at,
                                document -> {
                                    ArrayNode statements = (ArrayNode) document.path("Statement");
                                    if (!edit.test((ObjectNode) statements.get(place))) {
                                        statements.remove(place);
                                    }
                                },
                                template.at(at + "/Statement/" + place));
                    });
        }
    }

    private void retention(String id) {
        String at = "/Resources/" + id;
        for (String policy : List.of("DeletionPolicy", "UpdateReplacePolicy")) {
            if (template.at(at).path(policy).asText().startsWith("Retain")) {
                add(id, policy + " Delete", at, node -> node.put(policy, "Delete"));
            }
        }
    }

    private void targets(String id) {
        JsonNode targets = template.at(properties(id) + "/TargetIds");
        for (int index = 0; index < targets.size(); index++) {
            int place = index;
            add(
                    id,
                    "not attached to " + targets.get(index).asText(),
                    properties(id),
                    node -> ((ArrayNode) node.path("TargetIds")).remove(place));
        }
    }

    private void properties(String id, List<String> others) {
        template.at(properties(id)).properties().forEach(property -> {
            String name = property.getKey();
            if (!NO_PROTECTION.contains(name) && !others.contains(name)) {
                add(id, "without " + name, properties(id), node -> node.remove(name));
                weaken(id, properties(id), name);
            }
        });
    }

    /** Flips what is on, wherever it stands, and takes away what can be left out of a rule. */
    private void weaken(String id, String at, String name) {
        String place = at + "/" + name;
        JsonNode value = template.at(place);
        if (NO_PROTECTION.contains(name) || isExpiration(value) || name.startsWith("Fn::")) {
            return;
        }
        if (OPTIONAL.contains(name)) {
            add(id, shown(place) + " left out", at, node -> node.remove(name));
        }
        if (value.isObject()) {
            value.properties().forEach(member -> weaken(id, place, member.getKey()));
        } else if (value.isArray()) {
            for (int index = 0; index < value.size(); index++) {
                weaken(id, place, Integer.toString(index));
            }
            if (value.size() > 1) {
                for (int index = 0; index < value.size(); index++) {
                    int removed = index;
                    if (!isExpiration(value.get(index))) {
                        add(
                                id,
                                shown(place) + "/" + index + " removed",
                                at,
                                node -> ((ArrayNode) node.path(name)).remove(removed));
                    }
                }
            }
        } else if (value.isBoolean() && value.asBoolean()) {
            set(id, shown(place) + " off", place, BooleanNode.FALSE);
        } else if (value.asText().equals("Enabled") && !name.equals("ObjectLockEnabled")) {
            set(id, shown(place) + " Disabled", place, TextNode.valueOf("Disabled"));
        } else if (name.equals("@@assign")) {
            set(id, shown(place) + " none", place, TextNode.valueOf("none"));
        }
    }

    /** A lifecycle rule that deletes current objects, and does nothing else. */
    private static boolean isExpiration(JsonNode value) {
        return value.has("ExpirationInDays")
                && !value.has("NoncurrentVersionExpiration")
                && !value.has("AbortIncompleteMultipartUpload");
    }

    private void set(String id, String change, String place, JsonNode value) {
        int slash = place.lastIndexOf('/');
        String last = place.substring(slash + 1);
        ObjectNode copy = template.deepCopy();
        JsonNode parent = copy.at(place.substring(0, slash));
        if (parent instanceof ArrayNode array) {
            array.set(Integer.parseInt(last), value);
        } else {
            ((ObjectNode) parent).set(last, value);
        }
        all.add(new Mutant(id, change, copy, template.at("/Resources/" + id)));
    }

    private void add(String id, String change, String at, Consumer<ObjectNode> edit) {
        add(id, change, at, edit, template.at("/Resources/" + id));
    }

    private void add(String id, String change, String at, Consumer<ObjectNode> edit, JsonNode subject) {
        ObjectNode copy = template.deepCopy();
        Optional.of(copy.at(at)).filter(JsonNode::isObject).ifPresent(node -> edit.accept((ObjectNode) node));
        if (!copy.equals(template)) {
            all.add(new Mutant(id, change, copy, subject));
        }
    }

    private static String properties(String id) {
        return "/Resources/" + id + "/Properties";
    }

    private static String shown(String place) {
        return place.replaceFirst(".*?/Properties/", "");
    }
}

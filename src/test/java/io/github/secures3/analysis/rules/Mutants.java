package io.github.secures3.analysis.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Templates that protect less than the one they are made of, each by one change. */
final class Mutants {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** Names, and what only saves money. */
    private static final List<String> NO_PROTECTION =
            List.of("Tags", "BucketName", "BucketNamePrefix", "BucketNamespace", "ExpiredObjectDeleteMarker");

    private final ObjectNode template;
    private final List<Mutant> all = new ArrayList<>();

    /**
     * A changed template.
     *
     * @param change what was changed, in words
     * @param template the template
     */
    record Mutant(String change, String template) {

        @Override
        public String toString() {
            return change;
        }
    }

    private Mutants(ObjectNode template) {
        this.template = template;
    }

    static List<Mutant> of(String template) throws java.io.IOException {
        Mutants mutants = new Mutants((ObjectNode) JSON.readTree(template));
        mutants.template.path("Resources").properties().forEach(mutants::resource);
        return mutants.all;
    }

    private void resource(Map.Entry<String, JsonNode> resource) {
        String id = resource.getKey();
        String at = "/Resources/" + id;
        switch (resource.getValue().path("Type").asText()) {
            case "AWS::S3::Bucket" -> {
                retention(at);
                properties(at);
            }
            case "AWS::KMS::Key" -> {
                retention(at);
                change(
                        id + ": EnableKeyRotation off",
                        at + "/Properties",
                        node -> node.put("EnableKeyRotation", false));
                statements(at + "/Properties/KeyPolicy");
            }
            case "AWS::S3::BucketPolicy" -> statements(at + "/Properties/PolicyDocument");
            default -> {
                // Other resources protect nothing by themselves.
            }
        }
    }

    private void retention(String at) {
        for (String policy : List.of("DeletionPolicy", "UpdateReplacePolicy")) {
            if (template.at(at).has(policy)) {
                change(name(at) + ": " + policy + " Delete", at, node -> node.put(policy, "Delete"));
            }
        }
    }

    private void properties(String at) {
        template.at(at + "/Properties").properties().forEach(property -> {
            if (!NO_PROTECTION.contains(property.getKey())) {
                change(
                        name(at) + ": without " + property.getKey(),
                        at + "/Properties",
                        node -> node.remove(property.getKey()));
                weaken(name(at), at + "/Properties", property.getKey(), property.getValue());
            }
        });
    }

    /** Flips what is on, wherever it stands. */
    private void weaken(String id, String at, String name, JsonNode value) {
        String place = at + "/" + name;
        if (NO_PROTECTION.contains(name)) {
            return;
        }
        if (value.isObject()) {
            value.properties().forEach(member -> weaken(id, place, member.getKey(), member.getValue()));
        } else if (value.isArray()) {
            for (int index = 0; index < value.size(); index++) {
                weaken(id, place, Integer.toString(index), value.get(index));
            }
        } else if (value.isBoolean() && value.asBoolean()) {
            set(id + ": " + place.replaceFirst(".*/Properties/", "") + " off", place, BooleanNode.FALSE);
        } else if (value.asText().equals("Enabled")) {
            set(
                    id + ": " + place.replaceFirst(".*/Properties/", "") + " Disabled",
                    place,
                    TextNode.valueOf("Disabled"));
        }
    }

    private void statements(String at) {
        JsonNode statements = template.at(at + "/Statement");
        for (int index = 0; index < statements.size(); index++) {
            JsonNode statement = statements.get(index);
            String sid = name(at) + ": " + statement.path("Sid").asText("statement " + index);
            int place = index;
            if (statement.path("Effect").asText().equals("Deny")) {
                change(sid + " removed", at, node -> ((ArrayNode) node.path("Statement")).remove(place));
                change(
                        sid + " for one role alone",
                        at + "/Statement/" + index,
                        node -> node.putObject("Principal").put("AWS", "arn:aws:iam::111122223333:role/Nobody"));
                if (statement.path("Resource").size() > 1
                        && statement.path("Resource").isArray()) {
                    change(
                            sid + " for its first resource alone",
                            at + "/Statement/" + index,
                            node -> node.set("Resource", node.path("Resource").get(0)));
                }
            } else if (statement.has("Condition")) {
                change(sid + " without conditions", at + "/Statement/" + index, node -> node.remove("Condition"));
            }
        }
    }

    private void set(String change, String place, JsonNode value) {
        int slash = place.lastIndexOf('/');
        String last = place.substring(slash + 1);
        ObjectNode copy = template.deepCopy();
        JsonNode parent = copy.at(place.substring(0, slash));
        if (parent instanceof ArrayNode array) {
            array.set(Integer.parseInt(last), value);
        } else {
            ((ObjectNode) parent).set(last, value);
        }
        all.add(new Mutant(change, copy.toString()));
    }

    private void change(String change, String at, Consumer<ObjectNode> edit) {
        ObjectNode copy = template.deepCopy();
        Optional.of(copy.at(at)).filter(JsonNode::isObject).ifPresent(node -> edit.accept((ObjectNode) node));
        if (!copy.equals(template)) {
            all.add(new Mutant(change, copy.toString()));
        }
    }

    private static String name(String at) {
        return at.replaceFirst("/Resources/([^/]*).*", "$1").replaceFirst("[0-9A-F]{8}$", "");
    }
}

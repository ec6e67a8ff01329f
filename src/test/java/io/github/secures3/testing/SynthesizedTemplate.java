package io.github.secures3.testing;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.template.EstateReader;
import io.github.secures3.analysis.template.ReadOptions;
import io.github.secures3.policy.PolicyDocument;
import io.github.secures3.policy.PolicyType;
import io.github.secures3.policy.Statement;
import io.github.secures3.policy.json.PolicyReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One template, with its policies as documents that requests can be tried on. */
public final class SynthesizedTemplate {

    private static final String BUCKET = "AWS::S3::Bucket";
    private static final String KEY = "AWS::KMS::Key";

    private final String text;
    private final JsonNode root;
    private final ExampleValues values;

    SynthesizedTemplate(String text, JsonNode root, ExampleValues values) {
        this.text = text;
        this.root = root;
        this.values = values;
    }

    /** The template as it was written. */
    public String text() {
        return text;
    }

    /** The whole template. */
    public JsonNode root() {
        return root;
    }

    /** The template as the read side sees it, deployed in the account and Region of the examples. */
    public Estate estate() {
        return EstateReader.readText(
                "template", text, ReadOptions.defaults().withEnvironment("111122223333", "eu-west-1"));
    }

    /** The resources of a type by logical id, in the order of the ids. */
    public Map<String, JsonNode> resources(String type) {
        Map<String, JsonNode> found = new TreeMap<>();
        root.path("Resources").properties().forEach(entry -> {
            if (entry.getValue().path("Type").asText().equals(type)) {
                found.put(entry.getKey(), entry.getValue());
            }
        });
        return found;
    }

    /** The logical id of the one resource of a type whose id is this and a hash. */
    public String logicalId(String type, String name) {
        List<String> ids = resources(type).keySet().stream()
                .filter(id -> id.matches(name + "[0-9A-F]{8}"))
                .toList();
        if (ids.size() != 1) {
            throw new AssertionError("one " + type + " called " + name + " was expected among "
                    + resources(type).keySet());
        }
        return ids.get(0);
    }

    /** The resource with this logical id. */
    public JsonNode resource(String logicalId) {
        return root.path("Resources").path(logicalId);
    }

    /** The bucket that the construct with this id made. */
    public JsonNode bucket(String id) {
        return resource(logicalId(BUCKET, id + "Bucket"));
    }

    /** A property of that bucket, with its intrinsic functions filled in. */
    public JsonNode property(String id, String property) {
        return values.fillIn(root, bucket(id).path("Properties").path(property));
    }

    /** The policy resource of that bucket. */
    public JsonNode bucketPolicyResource(String id) {
        String bucket = logicalId(BUCKET, id + "Bucket");
        List<JsonNode> policies = resources("AWS::S3::BucketPolicy").values().stream()
                .filter(policy -> policy.at("/Properties/Bucket/Ref").asText().equals(bucket))
                .toList();
        if (policies.size() != 1) {
            throw new AssertionError("bucket " + bucket + " has " + policies.size() + " policies");
        }
        return policies.get(0);
    }

    /** The policy of that bucket. */
    public PolicyDocument bucketPolicy(String id) {
        return document(bucketPolicyResource(id).at("/Properties/PolicyDocument"), PolicyType.RESOURCE);
    }

    /** The access point of this name. */
    public JsonNode accessPoint(String name) {
        return resources("AWS::S3::AccessPoint").values().stream()
                .filter(point -> point.at("/Properties/Name").asText().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no access point " + name));
    }

    /** The policy of the access point of this name; without statements where it has none. */
    public PolicyDocument accessPointPolicy(String name) {
        JsonNode policy = accessPoint(name).at("/Properties/Policy");
        return policy.isMissingNode() ? PolicyDocument.of() : document(policy, PolicyType.RESOURCE);
    }

    /** A policy within the template, of which the type is known. */
    public PolicyDocument policy(JsonNode policy, PolicyType type) {
        return document(policy, type);
    }

    /** The key that the construct with this id made. */
    public JsonNode key(String id) {
        return resource(logicalId(KEY, id + "Key"));
    }

    /** The policy of that key. */
    public PolicyDocument keyPolicy(String id) {
        return document(key(id).at("/Properties/KeyPolicy"), PolicyType.RESOURCE);
    }

    /** All that the identity policies of the role with this construct id say, as one document. */
    public PolicyDocument rolePolicy(String id) {
        String role = logicalId("AWS::IAM::Role", id);
        List<Statement> statements = new ArrayList<>();
        for (JsonNode policy : resources("AWS::IAM::Policy").values()) {
            if (policy.at("/Properties/Roles").findValuesAsText("Ref").contains(role)) {
                statements.addAll(document(policy.at("/Properties/PolicyDocument"), PolicyType.IDENTITY)
                        .statements());
            }
        }
        return PolicyDocument.of(statements);
    }

    /** A node of the template with its intrinsic functions filled in. */
    public JsonNode filledIn(JsonNode node) {
        return values.fillIn(root, node);
    }

    private PolicyDocument document(JsonNode policy, PolicyType type) {
        return PolicyReader.read(values.fillIn(root, policy).toString(), type);
    }
}

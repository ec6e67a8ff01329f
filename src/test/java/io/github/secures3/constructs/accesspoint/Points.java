package io.github.secures3.constructs.accesspoint;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.secures3.policy.PolicyDocument;
import io.github.secures3.policy.PolicyType;
import io.github.secures3.policy.json.PolicyReader;
import io.github.secures3.requests.TestRequest;
import io.github.secures3.testing.SynthesizedTemplate;
import java.util.Map;
import java.util.TreeMap;

/** Requests through access points, and what their policies and that of the bucket are to say about them. */
final class Points {

    static final String ROLE = "arn:aws:iam::111122223333:role/Reader";
    static final String OTHER_ROLE = "arn:aws:iam::111122223333:role/Other";
    static final String FOREIGN_ROLE = "arn:aws:iam::444455556666:role/Reader";
    static final String BUCKET = "arn:aws:s3:::data";
    static final String POINT = "arn:aws:s3:eu-west-1:111122223333:accesspoint/red";

    private Points() {}

    /** All points of a template by name. */
    static Map<String, JsonNode> in(SynthesizedTemplate template) {
        Map<String, JsonNode> found = new TreeMap<>();
        template.resources("AWS::S3::AccessPoint")
                .values()
                .forEach(point ->
                        found.put(point.at("/Properties/Name").asText(), template.filledIn(point.path("Properties"))));
        return found;
    }

    /** The policy of a point. */
    static PolicyDocument policy(SynthesizedTemplate template, String name) {
        JsonNode point = in(template).get(name);
        if (point == null) {
            throw new AssertionError("no point " + name);
        }
        return document(point.path("Policy"));
    }

    static PolicyDocument document(JsonNode json) {
        return PolicyReader.read(json.toString(), PolicyType.RESOURCE);
    }

    /** A request as the policy of the point {@code red} sees it. */
    static TestRequest onPoint(String role, String action, String key) {
        return TestRequest.byIdentity(role, action, POINT + "/object/" + key);
    }

    /** A request to list through the point {@code red}. */
    static TestRequest listing(String role, String prefix) {
        return TestRequest.byIdentity(role, "s3:ListBucket", POINT).with("s3:prefix", prefix);
    }

    /** The same request as the policy of the bucket sees it, through a point of this account. */
    static TestRequest through(TestRequest direct, String account) {
        return direct.with("s3:DataAccessPointAccount", account)
                .with("s3:DataAccessPointArn", "arn:aws:s3:eu-west-1:" + account + ":accesspoint/red")
                .with("s3:AccessPointNetworkOrigin", "Internet");
    }

    /** A request of a role on an object of the bucket itself. */
    static TestRequest onBucket(String role, String action) {
        return TestRequest.byIdentity(role, action, BUCKET + "/team1/a.csv");
    }
}

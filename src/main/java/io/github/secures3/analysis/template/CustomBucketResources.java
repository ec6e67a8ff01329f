package io.github.secures3.analysis.template;

import io.github.secures3.analysis.model.Value;
import io.github.secures3.policy.UnresolvedToken;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the custom resources that CDK makes for its own buckets do to the buckets of a stack.
 *
 * @see <a href="https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_s3-readme.html">Bucket notifications and auto-deletion of
 *     objects in CDK</a>
 */
final class CustomBucketResources {

    private static final String NOTIFICATIONS = "Custom::S3BucketNotifications";
    private static final String EMPTYING = "Custom::S3AutoDeleteObjects";

    private final StackScope stack;
    private @Nullable Map<String, Node.Mapping> byTypeAndBucket;

    CustomBucketResources(StackScope stack) {
        this.stack = stack;
    }

    /** The notifications that the custom resource sets, in the form of the S3 API; nothing where there is no such resource. */
    Properties notifications(Source bucket, Value<String> name) {
        Node.Mapping resource = find(NOTIFICATIONS, name);
        if (resource == null) {
            return new Properties(new Resolved.Nothing(bucket.place()));
        }
        Value<Boolean> present = presentWith(bucket, resource);
        if (present instanceof Value.Unknown<Boolean> unknown) {
            String marker = UnresolvedToken.namesIn(unknown.text()).get(0);
            return new Properties(new Resolved.Unknown(resource.place(), marker, unknown.reason(), Resolved.Shape.ANY));
        }
        return properties(resource).child("NotificationConfiguration");
    }

    /** Whether the bucket is emptied when it is deleted; absent where no resource does so. */
    Value<Boolean> emptying(Source bucket, Value<String> name) {
        Node.Mapping resource = find(EMPTYING, name);
        return resource == null ? Value.absent() : presentWith(bucket, resource);
    }

    /** True where the resource is there whenever the bucket is. */
    private Value<Boolean> presentWith(Source bucket, Node.Mapping resource) {
        Truth truth = stack.presence(resource);
        String form = UnresolvedToken.of(Names.derived("Condition", truth.form()));
        boolean sameCondition =
                bucket.element().presence().asText().filter(form::equals).isPresent();
        return truth.isUnknown() && !sameCondition
                ? new Value.Unknown<>(form, truth.reason(), resource.place().location())
                : new Value.Known<>(true, resource.place().location());
    }

    private Node.@Nullable Mapping find(String type, Value<String> bucketName) {
        Map<String, Node.Mapping> all = byTypeAndBucket;
        if (all == null) {
            all = new HashMap<>();
            for (Node node : stack.template().section("Resources").values()) {
                if (node instanceof Node.Mapping resource) {
                    add(resource, all);
                }
            }
            byTypeAndBucket = all;
        }
        return all.get(type + " " + bucketName.asText().orElse(""));
    }

    private void add(Node.Mapping resource, Map<String, Node.Mapping> all) {
        String type = StackScope.typeOf(resource);
        if ((type.equals(NOTIFICATIONS) || type.equals(EMPTYING))
                && stack.presence(resource).state() != Truth.State.FALSE) {
            String bucket = properties(resource).text("BucketName").asText().orElse("");
            all.putIfAbsent(type + " " + bucket, resource);
        }
    }

    private Properties properties(Node.Mapping resource) {
        Node properties = resource.get("Properties");
        return new Properties(
                properties == null
                        ? new Resolved.Nothing(resource.place())
                        : stack.resolver().resolve(properties));
    }
}

package io.github.secures3.analysis.prove.internal;

import io.github.secures3.analysis.evaluate.AccessRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bucket that requests in question reach for, itself or through an access point: as a whole, or one of its objects. */
final class BucketTarget {

    static final String OBJECT_KEY = "object key";

    private static final String OBJECT = "/object/";

    /**
     * What works through access points, though the list of actions knows it on buckets alone.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-service-api-support.html">Access point compatibility</a>
     */
    private static final String LISTS_UPLOADS = "s3:ListBucketMultipartUploads";

    private final String bucketArn;
    private final @Nullable String accessPointArn;
    private final TextAttribute objectKey;
    private final int ofObject;
    private final ResourceView bucket;
    private final ResourceView accessPoint;

    /** The bucket with this ARN, reached through the access point or, where it is null, directly. */
    BucketTarget(Vocabulary vocabulary, String bucketArn, @Nullable String accessPointArn) {
        BoundsAlgebra logic = vocabulary.logic();
        this.bucketArn = bucketArn;
        this.accessPointArn = accessPointArn;
        this.objectKey = vocabulary.text(
                OBJECT_KEY,
                Language.sequence().one(Letters.ANY).many(Letters.ANY).language(),
                List.of(),
                List.of("example.txt", "reports/example.csv", "private/example.csv"));
        this.ofObject = vocabulary.actionPasses(
                "on objects", action -> ActionIndex.all().worksOn(action, "object"));
        this.bucket = view(logic, bucketArn, bucketArn + "/");
        this.accessPoint = accessPointArn == null ? bucket : view(logic, accessPointArn, accessPointArn + OBJECT);
        if (accessPointArn != null) {
            vocabulary.require(vocabulary.actionPasses(
                    "through access points",
                    action -> action.equals(LISTS_UPLOADS)
                            || ActionIndex.all().worksOn(action, "accesspoint")
                            || ActionIndex.all().worksOn(action, "accesspointobject")));
        }
    }

    private ResourceView view(BoundsAlgebra logic, String whole, String beforeKey) {
        return ResourceView.either(
                logic,
                ofObject,
                ResourceView.beginningWith(logic, beforeKey, objectKey),
                ResourceView.fixed(logic, whole));
    }

    String bucketArn() {
        return bucketArn;
    }

    /** The ARN that the bucket's policy sees. */
    ResourceView bucket() {
        return bucket;
    }

    /** The ARN that the access point's policy sees. */
    ResourceView accessPoint() {
        return accessPoint;
    }

    /** The object's ARN as a value of a context key. */
    KeyValue objectArn() {
        return new KeyValue.OfText(objectKey, ofObject, bucketArn + "/", wanted -> wanted);
    }

    TextAttribute objectKey() {
        return objectKey;
    }

    /** The ARN that a request asks for. */
    String resource(String action, String key) {
        String point = accessPointArn;
        if (!ActionIndex.all().worksOn(action, "object")) {
            return point == null ? bucketArn : point;
        }
        return point == null ? bucketArn + "/" + key : point + OBJECT + key;
    }

    /** The ARN of the bucket or object behind the access point that a request names. */
    String bucketResource(AccessRequest request) {
        int object = request.resource().indexOf(OBJECT);
        return object < 0 ? bucketArn : bucketArn + "/" + request.resource().substring(object + OBJECT.length());
    }
}

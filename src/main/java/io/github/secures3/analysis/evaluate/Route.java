package io.github.secures3.analysis.evaluate;

import io.github.secures3.policy.Arn;
import io.github.secures3.policy.UnresolvedToken;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The resources that one call reaches: the bucket or object, and the access point before it.
 *
 * @param accessPoint the access point, or null where the call goes to the bucket itself
 * @param accessPointResource the ARN asked for at the access point; the bucket's where there is none
 * @param bucket the ARN asked for at the bucket, with an unknown value where nobody named it
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-policies.html">Policies for access points</a>
 */
record Route(@Nullable AccessPoint accessPoint, String accessPointResource, String bucket) {

    private static final String ACCESS_POINT = "accesspoint/";
    private static final String OBJECT = "/object/";

    static Route of(AccessRequest request, Situation situation) {
        String resource = request.resource();
        Arn arn = Arn.find(resource).orElse(null);
        boolean namesAccessPoint =
                arn != null && arn.service().equals("s3") && arn.resource().startsWith(ACCESS_POINT);
        AccessPoint given = situation.accessPoint();
        if (arn != null && namesAccessPoint) {
            return named(resource, arn, given, situation.bucketResource());
        }
        if (given == null) {
            return new Route(null, resource, resource);
        }
        int slash = resource.indexOf('/');
        String below = slash < 0 ? given.arn() : given.arn() + OBJECT + resource.substring(slash + 1);
        return new Route(given, below, resource);
    }

    private static Route named(String resource, Arn arn, @Nullable AccessPoint given, @Nullable String bucketResource) {
        int object = resource.indexOf(OBJECT);
        String pointArn = object < 0 ? resource : resource.substring(0, object);
        AccessPoint point = given == null
                ? new AccessPoint(pointArn, arn.account(), null, null, List.of(), BlockPublicAccess.none())
                : given;
        String bucket = "arn:" + arn.partition() + ":s3:::" + UnresolvedToken.of("bucket behind the access point");
        String behind = object < 0 ? bucket : bucket + "/" + resource.substring(object + OBJECT.length());
        return new Route(point, resource, bucketResource == null ? behind : bucketResource);
    }
}

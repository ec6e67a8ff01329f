package io.github.secures3.analysis.evaluate;

import static io.github.secures3.analysis.evaluate.Scene.SESSION;
import static io.github.secures3.analysis.evaluate.Scene.allow;
import static io.github.secures3.analysis.evaluate.Scene.by;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.secures3.analysis.evaluate.matching.Truth;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Requests that set an ACL.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_PublicAccessBlockConfiguration.html">BlockPublicAcls</a>
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-ownership-error-responses.html">ACLs under
 *     BucketOwnerEnforced</a>
 */
class RequestedAclTest {

    private static final BlockPublicAccess BLOCK = new BlockPublicAccess(true, false, false, false);
    private static final BlockPublicAccess OTHERS = new BlockPublicAccess(false, true, true, true);

    @ParameterizedTest(name = "{0} with {1}={2}: {3}, without ACLs {4}")
    @CsvSource({
        "s3:PutObject, s3:x-amz-acl, public-read, IMPLICITLY_DENIED, IMPLICITLY_DENIED",
        "s3:PutObject, s3:x-amz-acl, public-read-write, IMPLICITLY_DENIED, IMPLICITLY_DENIED",
        "s3:PutObject, s3:x-amz-acl, authenticated-read, IMPLICITLY_DENIED, IMPLICITLY_DENIED",
        "s3:PutObjectAcl, s3:x-amz-acl, public-read, IMPLICITLY_DENIED, IMPLICITLY_DENIED",
        "s3:PutObject, S3:X-Amz-Acl, public-read, IMPLICITLY_DENIED, IMPLICITLY_DENIED",
        "s3:putobject, s3:x-amz-acl, public-read, IMPLICITLY_DENIED, IMPLICITLY_DENIED",
        "s3:PutObject, s3:x-amz-acl, bucket-owner-full-control, ALLOWED, ALLOWED",
        "s3:PutObject, s3:x-amz-acl, private, ALLOWED, IMPLICITLY_DENIED",
        "s3:PutObject, s3:x-amz-acl, bucket-owner-read, ALLOWED, IMPLICITLY_DENIED",
        "s3:PutObject, aws:SecureTransport, true, ALLOWED, ALLOWED",
        "s3:GetObject, s3:x-amz-acl, public-read, ALLOWED, ALLOWED",
        "s3:PutObject, s3:x-amz-grant-read, uri=http://acs.amazonaws.com/groups/global/AllUsers, IMPLICITLY_DENIED,"
                + " IMPLICITLY_DENIED",
        "s3:PutObject, s3:x-amz-grant-full-control, uri=http://acs.amazonaws.com/groups/global/AuthenticatedUsers,"
                + " IMPLICITLY_DENIED, IMPLICITLY_DENIED",
        "s3:PutObject, s3:x-amz-grant-read, id=79a59df900b949e5, ALLOWED, IMPLICITLY_DENIED",
        "s3:PutObject, s3:x-amz-grant-full-control, id=79a59df900b949e5, ALLOWED, UNDECIDED"
    })
    void public_acls_are_blocked_and_all_but_the_owner_s_are_refused_where_acls_are_off(
            String action, String key, String value, Outcome blocked, Outcome withoutAcls) {
        assertThat(put(action, key, value, s -> s.blockPublicAccess(BLOCK)).outcome())
                .isEqualTo(blocked);
        assertThat(put(action, key, value, s -> s.bucketOwnerEnforced(Truth.TRUE))
                        .outcome())
                .isEqualTo(withoutAcls);
        assertThat(put(action, key, value, s -> s.blockPublicAccess(OTHERS)).outcome())
                .isEqualTo(Outcome.ALLOWED);
    }

    @Test
    void the_refusal_is_the_reason() {
        assertThat(publicRead(s -> s.blockPublicAccess(BLOCK)).reason())
                .isEqualTo("Block Public Access refuses the public ACL that the request carries");
        assertThat(publicRead(s -> s.bucketOwnerEnforced(Truth.TRUE)).reason())
                .isEqualTo("the bucket refuses the ACL that the request carries, as its Object Ownership is"
                        + " BucketOwnerEnforced");
        assertThat(put("s3:PutObject", "s3:x-amz-grant-full-control", "id=79a5", s -> s.bucketOwnerEnforced(Truth.TRUE))
                        .reason())
                .isEqualTo("whether s3:x-amz-grant-full-control names the bucket owner alone is not known");
    }

    @Test
    void an_unknown_setting_leaves_a_public_acl_undecided_and_others_alone() {
        Consumer<Situation.Builder> unknown =
                s -> s.unknown(Layer.BLOCK_PUBLIC_ACCESS, "Block Public Access is not known");
        assertThat(publicRead(unknown).outcome()).isEqualTo(Outcome.UNDECIDED);
        assertThat(publicRead(unknown).reason()).isEqualTo("Block Public Access is not known");
        assertThat(put("s3:PutObject", "s3:x-amz-acl", "private", unknown).outcome())
                .isEqualTo(Outcome.ALLOWED);
        assertThat(publicRead(s -> unknown.accept(s.blockPublicAccess(BLOCK))).outcome())
                .isEqualTo(Outcome.IMPLICITLY_DENIED);
    }

    @Test
    void an_unknown_ownership_leaves_other_acls_than_the_owner_s_undecided() {
        Consumer<Situation.Builder> unknown =
                s -> s.bucketOwnerEnforced(Truth.unknown("Object Ownership is not known"));
        assertThat(publicRead(unknown).outcome()).isEqualTo(Outcome.UNDECIDED);
        assertThat(publicRead(unknown).reason()).isEqualTo("Object Ownership is not known");
        assertThat(put("s3:PutObject", "s3:x-amz-acl", "bucket-owner-full-control", unknown)
                        .outcome())
                .isEqualTo(Outcome.ALLOWED);
    }

    @Test
    void the_access_point_blocks_too() {
        String point = "arn:aws:s3:us-east-1:111122223333:accesspoint/p";
        assertThat(publicRead(s -> s.accessPoint(new AccessPoint(point, "111122223333", null, null, List.of(), BLOCK)))
                        .outcome())
                .isEqualTo(Outcome.IMPLICITLY_DENIED);
        assertThat(publicRead(s -> s.accessPoint(new AccessPoint(point, "111122223333", null, null, List.of(), OTHERS)))
                        .outcome())
                .isEqualTo(Outcome.ALLOWED);
    }

    private static Decision publicRead(Consumer<Situation.Builder> where) {
        return put("s3:PutObject", "s3:x-amz-acl", "public-read", where);
    }

    private static Decision put(String action, String key, String value, Consumer<Situation.Builder> where) {
        return by(SESSION)
                .identity(allow())
                .does(action, Scene.OBJECT)
                .with(key, value)
                .where(where)
                .decide();
    }
}

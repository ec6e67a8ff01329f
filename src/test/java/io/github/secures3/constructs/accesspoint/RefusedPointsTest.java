package io.github.secures3.constructs.accesspoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.secures3.constructs.InvalidConfigurationException;
import io.github.secures3.constructs.bucket.SecureBucket;
import io.github.secures3.policy.statements.TlsVersion;
import io.github.secures3.testing.Synthesized;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.AnyPrincipal;
import software.amazon.awscdk.services.s3.Bucket;
import software.constructs.IConstruct;

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-restrictions-limitations-naming-rules.html */
class RefusedPointsTest {

    private static final String ROLE = Points.ROLE;

    @ParameterizedTest
    @ValueSource(strings = {"", "ab", "Red", "red_1", "-red", "red-", "red.blue", "r\u00e9d", "red\n"})
    void names_that_s3_does_not_take(String name) {
        refused(
                set -> set.accessPoint(AccessPoint.Builder.create(name).build()),
                "access point name '" + name
                        + "' is not valid; use 3 to 50 lower-case letters, digits and hyphens, with a letter or digit"
                        + " at both ends");
    }

    @Test
    void names_with_reserved_endings_or_too_long() {
        refusedPoint(
                "red-s3alias",
                point -> point,
                "access point name 'red-s3alias' ends with '-s3alias', which S3 reserves; choose another name");
        refusedPoint(
                "red--xa-s3",
                point -> point,
                "access point name 'red--xa-s3' ends with '--xa-s3', which S3 reserves; choose another name");
        refusedPoint(
                "a".repeat(51),
                point -> point,
                "access point name '" + "a".repeat(51)
                        + "' is not valid; use 3 to 50 lower-case letters, digits and hyphens, with a letter or digit"
                        + " at both ends");
    }

    @Test
    void one_name_for_two_points() {
        refused(
                set -> set.accessPoint(AccessPoint.Builder.create("red").build())
                        .accessPoint(AccessPoint.Builder.create("red").build()),
                "two access points are named 'red'; give each its own name, or put their grants together");
    }

    /** https://docs.aws.amazon.com/AmazonS3/latest/API/API_control_CreateAccessPoint.html */
    @Test
    void one_name_for_two_points_of_an_account_and_region_wherever_in_the_app() {
        App app = Synthesized.app();
        Stack here = Synthesized.stack(app, "Here", "111122223333", "eu-west-1");
        set(here, AccessPoint.Builder.create("red"));
        Stack there = Synthesized.stack(app, "There", "111122223333", "eu-west-1");

        assertThatThrownBy(() -> application(there, "red"))
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessage(
                        "There/Point: access point 'red' is made by Here/Points too; names are unique in an account and"
                                + " Region, so give one of them another name");
        assertThat(there.getNode().getChildren()).isEmpty();
        application(there, "blue");
        application(Synthesized.stack(app, "OtherAccount", "444455556666", "eu-west-1"), "red");
        application(Synthesized.stack(app, "OtherRegion", "111122223333", "eu-central-1"), "red");
        application(Synthesized.stack(app, "Anywhere"), "red");
        application(Synthesized.stack(app, "AnywhereElse"), "red");
    }

    private static void application(Stack stack, String name) {
        ApplicationAccessPoint.Builder.create(stack, "Point")
                .bucketName("data")
                .bucketAccountId("111122223333")
                .accessPoint(AccessPoint.Builder.create(name).build())
                .build();
    }

    @Test
    void overlapping_grants_in_either_order() {
        String message = "access point 'red': " + ROLE
                + " is granted READ on 'a/b/' and on 'a/', which holds the former; leave the"
                + " narrower one out, or the wider one if it says too much";
        refusedPoint("red", point -> point.readers("a/", ROLE).readers("a/b/", ROLE), message);
        refusedPoint(
                "red",
                point -> point.readers("a/b/", ROLE).readers("a/c/", ROLE).readers("a/", ROLE),
                message);
        refusedPoint(
                "red",
                point -> point.readers("a/", ROLE).readers("a/", ROLE),
                "access point 'red': " + ROLE
                        + " is granted READ on 'a/' and on 'a/', which holds the former; leave the narrower one"
                        + " out, or the wider one if it says too much");
    }

    @ParameterizedTest
    @ValueSource(strings = {"team1", "/", "/team1/", "team*/", "team?/", "${aws:username}/", "a\nb/"})
    void prefixes_that_say_more_than_they_seem_to(String prefix) {
        refusedPoint(
                "red",
                point -> point.readers(prefix, ROLE),
                "access point 'red': prefix '" + prefix
                        + "' cannot be granted; use a folder such as reports/ of less than 1024 bytes that"
                        + " ends with a slash, does not start with one and holds no wildcard");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "",
                "11112222333",
                "arn:aws:iam::111122223333:role/*",
                "arn:aws:iam::*:role/Reader",
                "arn:aws:iam::111122223333:group/Readers",
                "arn:aws:s3:::data"
            })
    void principals_that_are_no_identity(String principal) {
        refusedPoint(
                "red",
                point -> point.readers("a/", principal),
                "access point 'red': '" + principal
                        + "' cannot be granted access; use an account id of 12 digits, or the ARN of a role,"
                        + " user or role session without wildcards");
    }

    @Test
    void constructs_that_stand_for_everyone() {
        refusedPoint(
                "red",
                point -> point.readers("a/", new AnyPrincipal()),
                "access point 'red': the principal {AWS=[*]} cannot be granted access; name roles, users or accounts");
    }

    @Test
    void malformed_network_owner_and_tags() {
        refusedPoint(
                "red",
                point -> point.vpcId("vpc-XYZ"),
                "access point 'red': vpcId is 'vpc-XYZ'; give vpc- and 8 to 17 hexadecimal digits, or leave it out to"
                        + " accept requests from any network");
        refusedPoint(
                "red",
                point -> point.ownerAccount("12"),
                "access point 'red': ownerAccount is '12'; give 12 digits, such as 111122223333");
        refusedPoint(
                "red",
                point -> point.tag("aws:team", "red"),
                "access point 'red': tag key 'aws:team' is not valid; use 1 to 128 characters that do not start with"
                        + " aws:");
        refusedPoint(
                "red",
                point -> point.tag("team", "x".repeat(257)),
                "access point 'red': the value of tag 'team' has 257 characters; use at most 256");
    }

    /** https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-restrictions-limitations-naming-rules.html: 20 KB */
    @Test
    void a_policy_above_20_kb_leaves_nothing_behind() {
        UnaryOperator<AccessPoint.Builder> many = point -> {
            for (int i = 0; i < 400; i++) {
                point.readers("a/", "arn:aws:iam::111122223333:role/some-path/application-" + i);
            }
            return point;
        };
        Stack stack = stack();
        List<String> before = paths(stack);
        assertThatThrownBy(() -> set(stack, many.apply(AccessPoint.Builder.create("red"))))
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessageMatching(
                        "(?s)Storage/Points: the policy of access point 'red' can become too large: .*; grant to"
                                + " accounts instead of single roles, or spread the grants over several access points");
        assertThat(paths(stack)).isEqualTo(before);
    }

    /** Fifty thousand prefixes for one role are refused for their size, and in time. */
    @Test
    void a_flood_of_grants_ends() {
        AccessPoint.Builder point = AccessPoint.Builder.create("red");
        for (int i = 0; i < 50_000; i++) {
            point.readers(i + "/", ROLE);
        }
        assertThatThrownBy(() -> set(stack(), point))
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessageContaining("the policy of access point 'red' can become too large");
    }

    @Test
    void a_set_without_bucket_or_without_anybody_to_trust() {
        Stack stack = stack();
        assertThatThrownBy(() -> AccessPointSet.Builder.create(stack, "Points").build())
                .hasMessage("Storage/Points: no bucket; give the bucket that the access points lead to");
        refused(
                set -> {},
                "the set has no access point and delegates to no account; add points, or name accounts with"
                        + " delegateTo");
    }

    @Test
    void combinations_that_cannot_work() {
        refused(
                set -> set.vpcOriginOnly()
                        .accessPoint(AccessPoint.Builder.create("red").build()),
                "access point 'red' accepts requests from any network, but vpcOriginOnly has the bucket answer points"
                        + " with VPC origin alone; give the point a vpcId, or leave vpcOriginOnly out");
        refused(
                set -> set.vpcOriginOnly().delegateToMultiRegionAccessPoints(),
                "vpcOriginOnly denies Multi-Region Access Points, which have no VPC origin, and"
                        + " delegateToMultiRegionAccessPoints trusts them; leave one of them out");
        Stack strict = stack();
        SecureBucket modern = SecureBucket.Builder.create(strict, "Data")
                .minimumTls(TlsVersion.TLS_1_3)
                .build();
        assertThatThrownBy(() -> AccessPointSet.Builder.create(strict, "Points")
                        .bucket(modern)
                        .delegateToMultiRegionAccessPoints()
                        .build())
                .hasMessage("Storage/Points: the bucket answers TLS 1.3 alone, and delegateToMultiRegionAccessPoints"
                        + " trusts points that do not speak it; set minimumTls of the bucket to TLS_1_2, or leave"
                        + " delegateToMultiRegionAccessPoints out");
        refused(
                set -> set.bucketDelegatesAlready().closeDirectAccess(DirectAccessExemptions.none()),
                "closeDirectAccess changes the policy of the bucket, which bucketDelegatesAlready leaves alone; leave"
                        + " one of them out, or say closeDirectAccess in the set that delegates");
        refused(
                set -> set.bucketDelegatesAlready().delegateTo("444455556666"),
                "delegateTo changes the policy of the bucket, which bucketDelegatesAlready leaves alone; leave one of"
                        + " them out, or say delegateTo in the set that delegates");
        refused(
                set -> set.delegatedActions(List.of("s3:GetObject", "s3:ListBucket"))
                        .accessPoint(AccessPoint.Builder.create("red")
                                .deleters("a/", ROLE)
                                .build()),
                "access point 'red' grants s3:DeleteObject, which delegatedActions leaves out; add the action there,"
                        + " or take the grant back");
        refused(
                set -> set.accessPoint(AccessPoint.Builder.create("red")
                        .ownerAccount("444455556666")
                        .build()),
                "access point 'red' belongs to account 444455556666, the stack of the set to 111122223333; spread the"
                        + " set over stacks of their own with AccessPointSpread.stacks, or leave ownerAccount out");
    }

    @ParameterizedTest
    @ValueSource(strings = {"data-s3alias", "data--x-s3", "data--table-s3", "mfzwi23gnjvgw.mrap"})
    void names_of_other_things_in_the_place_of_a_bucket(String name) {
        Stack stack = stack();
        assertThatThrownBy(() -> AccessPointSet.Builder.create(stack, "Points")
                        .bucket(Bucket.fromBucketName(stack, "Data", name))
                        .build())
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessage("Storage/Points: '" + name
                        + "' names an access point, a Multi-Region Access Point or a directory or table"
                        + " bucket; an access point stands on a general purpose bucket, so give the name of one");
    }

    @Test
    void a_bucket_of_another_region() {
        App app = Synthesized.app();
        SecureBucket bucket = SecureBucket.Builder.create(
                        Synthesized.stack(app, "Data", "111122223333", "us-east-1"), "Data")
                .bucketName("data")
                .build();
        Stack stack = Synthesized.stack(app, "Storage", "111122223333", "eu-west-1");
        assertThatThrownBy(() -> AccessPointSet.Builder.create(stack, "Points")
                        .bucket(bucket)
                        .build())
                .hasMessage(
                        "Storage/Points: the bucket lies in us-east-1, the access points in eu-west-1; an access point"
                                + " stands in the Region of its bucket, so move the set to a stack there");
    }

    @Test
    void asking_for_a_point_that_is_not_there() {
        AccessPointSet set = set(stack(), AccessPoint.Builder.create("red"));
        assertThat(set.getAccessPointArn("red")).isEqualTo(Points.POINT);
        assertThat(set.getAccessPoint("red").getName()).isEqualTo("red");
        assertThatThrownBy(() -> set.getAccessPointArn("blue"))
                .hasMessage(
                        "Storage/Points: the set has no access point 'blue'; add it, or ask for one of the 1 that it"
                                + " has");
    }

    private static void refusedPoint(String name, UnaryOperator<AccessPoint.Builder> point, String message) {
        refused(
                set -> set.accessPoint(
                        point.apply(AccessPoint.Builder.create(name)).build()),
                message);
    }

    private static void refused(Consumer<AccessPointSet.Builder> settings, String message) {
        Stack stack = stack();
        AccessPointSet.Builder set =
                AccessPointSet.Builder.create(stack, "Points").bucket(Bucket.fromBucketName(stack, "Data", "data"));
        settings.accept(set);
        List<String> before = paths(stack);
        assertThatThrownBy(set::build)
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessage("Storage/Points: " + message);
        assertThat(paths(stack)).as("what is left in the stack").isEqualTo(before);
    }

    private static AccessPointSet set(Stack stack, AccessPoint.Builder point) {
        return AccessPointSet.Builder.create(stack, "Points")
                .bucket(Bucket.fromBucketName(stack, "Data", "data"))
                .accessPoint(point.build())
                .build();
    }

    private static Stack stack() {
        return Synthesized.stack(Synthesized.app(), "Storage", "111122223333", "eu-west-1");
    }

    private static List<String> paths(Stack stack) {
        return stack.getNode().findAll().stream()
                .map(IConstruct::getNode)
                .map(node -> node.getPath())
                .filter(path -> !path.equals("Storage/Data"))
                .toList();
    }
}

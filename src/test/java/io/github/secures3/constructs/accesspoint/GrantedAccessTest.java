package io.github.secures3.constructs.accesspoint;

import static io.github.secures3.agreement.TwoReadings.allowed;
import static io.github.secures3.agreement.TwoReadings.notAllowed;
import static io.github.secures3.constructs.accesspoint.Points.FOREIGN_ROLE;
import static io.github.secures3.constructs.accesspoint.Points.OTHER_ROLE;
import static io.github.secures3.constructs.accesspoint.Points.POINT;
import static io.github.secures3.constructs.accesspoint.Points.ROLE;
import static io.github.secures3.constructs.accesspoint.Points.listing;
import static io.github.secures3.constructs.accesspoint.Points.onPoint;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.secures3.constructs.bucket.SecureBucket;
import io.github.secures3.policy.PolicyDocument;
import io.github.secures3.policy.Seed;
import io.github.secures3.testing.Synthesized;
import io.github.secures3.testing.SynthesizedTemplate;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-policies.html */
class GrantedAccessTest {

    @Test
    void a_reader_gets_and_lists_its_prefix_and_nothing_beside_it() {
        PolicyDocument policy = policy(AccessPoint.Builder.create("red").readers("team1/", ROLE));

        allowed(policy, onPoint(ROLE, "s3:GetObject", "team1/a.csv"));
        notAllowed(policy, onPoint(ROLE, "s3:GetObject", "team10/a.csv"));
        notAllowed(policy, onPoint(ROLE, "s3:GetObject", "team1"));
        notAllowed(policy, onPoint(ROLE, "s3:PutObject", "team1/a.csv"));
        notAllowed(policy, onPoint(ROLE, "s3:DeleteObject", "team1/a.csv"));
        notAllowed(policy, onPoint(OTHER_ROLE, "s3:GetObject", "team1/a.csv"));
        notAllowed(policy, onPoint(ROLE, "s3:GetObject", "a.csv").to("arn:aws:s3:::data/team1/a.csv"));
        allowed(policy, listing(ROLE, "team1/"));
        allowed(policy, listing(ROLE, "team1/2026/"));
        notAllowed(policy, listing(ROLE, "team10/"));
        notAllowed(policy, listing(ROLE, "team1"));
        notAllowed(policy, listing(ROLE, ""));
        notAllowed(policy, listing(ROLE, "team1/").without("s3:prefix"));
        notAllowed(policy, listing(OTHER_ROLE, "team1/"));
    }

    @Test
    void a_writer_puts_below_its_prefix_and_neither_reads_nor_deletes() {
        PolicyDocument policy = policy(AccessPoint.Builder.create("red").writers("team1/", ROLE));

        allowed(policy, onPoint(ROLE, "s3:PutObject", "team1/a.csv"));
        allowed(policy, onPoint(ROLE, "s3:AbortMultipartUpload", "team1/a.csv"));
        notAllowed(policy, onPoint(ROLE, "s3:PutObject", "team10/a.csv"));
        for (String action : List.of("s3:GetObject", "s3:DeleteObject", "s3:DeleteObjectVersion", "s3:PutObjectAcl")) {
            notAllowed(policy, onPoint(ROLE, action, "team1/a.csv"));
        }
        notAllowed(policy, listing(ROLE, "team1/"));
    }

    /** https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes-enforce.html */
    @Test
    void an_appender_puts_only_what_is_not_there() {
        PolicyDocument policy = policy(AccessPoint.Builder.create("red").appenders("team1/", ROLE));

        notAllowed(policy, onPoint(ROLE, "s3:PutObject", "team1/a.csv").with("s3:ObjectCreationOperation", "true"));
        allowed(
                policy,
                onPoint(ROLE, "s3:PutObject", "team1/a.csv")
                        .with("s3:ObjectCreationOperation", "true")
                        .with("s3:if-none-match", "*"));
    }

    @Test
    void a_deleter_deletes_current_objects_and_no_versions() {
        PolicyDocument policy = policy(AccessPoint.Builder.create("red").deleters("team1/", ROLE));

        allowed(policy, onPoint(ROLE, "s3:DeleteObject", "team1/a.csv"));
        notAllowed(policy, onPoint(ROLE, "s3:DeleteObjectVersion", "team1/a.csv"));
        notAllowed(policy, onPoint(ROLE, "s3:DeleteObject", "team10/a.csv"));
        notAllowed(policy, onPoint(ROLE, "s3:GetObject", "team1/a.csv"));
    }

    @Test
    void the_empty_prefix_means_all_keys() {
        PolicyDocument policy = policy(AccessPoint.Builder.create("red").readers("", ROLE));

        allowed(policy, onPoint(ROLE, "s3:GetObject", "any/key"));
        allowed(policy, listing(ROLE, "").without("s3:prefix"));
    }

    @Test
    void an_account_lets_its_identities_in_and_those_of_no_other() {
        PolicyDocument policy = policy(AccessPoint.Builder.create("red").readers("team1/", "444455556666"));

        allowed(policy, onPoint(FOREIGN_ROLE, "s3:GetObject", "team1/a.csv"));
        notAllowed(policy, onPoint(ROLE, "s3:GetObject", "team1/a.csv"));
    }

    /** Every right, grantee and prefix against every other: each lets in just what was said, by a model made of sets. */
    @Test
    void any_mix_of_grants_allows_their_union_and_no_more() {
        Random random = Seed.of(getClass());
        List<String> prefixes = List.of("team1/", "team10/", "team/", "t/");
        List<String> roles = List.of(ROLE, OTHER_ROLE);
        for (int round = 0; round < 40; round++) {
            boolean[][][] granted = new boolean[roles.size()][prefixes.size()][3];
            AccessPoint.Builder builder = AccessPoint.Builder.create("red");
            for (int role = 0; role < roles.size(); role++) {
                for (int prefix = 0; prefix < prefixes.size(); prefix++) {
                    for (int right = 0; right < 3; right++) {
                        if (random.nextBoolean()) {
                            granted[role][prefix][right] = true;
                            add(builder, right, prefixes.get(prefix), roles.get(role));
                        }
                    }
                }
            }
            AccessPoint point = builder.build();
            PolicyDocument policy = PointPolicy.document(
                    new Refusal(Synthesized.stack(Synthesized.app(), "Storage"), "Set"), "red", POINT, point.grants());
            for (int role = 0; role < roles.size(); role++) {
                for (int prefix = 0; prefix < prefixes.size(); prefix++) {
                    for (int right = 0; right < 3; right++) {
                        String action = List.of("s3:GetObject", "s3:PutObject", "s3:DeleteObject")
                                .get(right);
                        var request = onPoint(roles.get(role), action, prefixes.get(prefix) + "a");
                        if (granted[role][prefix][right]) {
                            allowed(policy, request);
                        } else {
                            notAllowed(policy, request);
                        }
                    }
                }
            }
        }
    }

    private static void add(AccessPoint.Builder builder, int right, String prefix, String role) {
        switch (right) {
            case 0 -> builder.readers(prefix, role);
            case 1 -> builder.writers(prefix, role);
            default -> builder.deleters(prefix, role);
        }
    }

    /** https://docs.aws.amazon.com/AmazonS3/latest/userguide/creating-access-points.html */
    @Test
    void a_role_of_the_stack_may_use_the_key_through_s3_for_this_bucket() {
        SynthesizedTemplate template = Synthesized.storage(stack -> {
            Role role = Role.Builder.create(stack, "Reader")
                    .assumedBy(new ServicePrincipal("lambda.amazonaws.com"))
                    .build();
            AccessPointSet.Builder.create(stack, "Points")
                    .bucket(new SecureBucket(stack, "Data"))
                    .accessPoint(AccessPoint.Builder.create("red")
                            .readers("team1/", role)
                            .build())
                    .build();
        });
        PolicyDocument role = template.rolePolicy("Reader");
        var decrypt = onPoint(ROLE, "kms:Decrypt", "x")
                .to("arn:aws:kms:eu-west-1:111122223333:key/data")
                .with("kms:ViaService", "s3.eu-west-1.amazonaws.com")
                .with("kms:EncryptionContext:aws:s3:arn", "arn:aws:s3:::data");

        allowed(role, decrypt);
        notAllowed(role, decrypt.without("kms:ViaService"));
        notAllowed(role, decrypt.with("kms:EncryptionContext:aws:s3:arn", "arn:aws:s3:::other"));
        notAllowed(role, decrypt.doing("kms:GenerateDataKey"));
        allowed(
                Points.policy(template, "red"),
                onPoint("arn:aws:iam::111122223333:role/reader", "s3:GetObject", "team1/a"));
    }

    /** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-s3-accesspoint.html */
    @Test
    void has_its_name_network_tags_and_all_public_access_blocked() {
        SynthesizedTemplate template = template(AccessPoint.Builder.create("red")
                .vpcId("vpc-1a2b3c4d")
                .tag("team", "red")
                .tag("cost", "7"));
        JsonNode point = Objects.requireNonNull(Points.in(template).get("red"));

        assertThat(point.at("/VpcConfiguration/VpcId").asText()).isEqualTo("vpc-1a2b3c4d");
        assertThat(point.path("Tags").toString())
                .isEqualTo("[{\"Key\":\"cost\",\"Value\":\"7\"},{\"Key\":\"team\",\"Value\":\"red\"}]");
        assertThat(point.path("Bucket").asText()).isEqualTo("data");
        assertThat(point.has("BucketAccountId")).isFalse();
        assertThat(point.has("Policy")).isFalse();
        assertBlocked(point);
    }

    static void assertBlocked(JsonNode point) {
        assertThat(point.path("PublicAccessBlockConfiguration").toString())
                .isEqualTo("{\"BlockPublicAcls\":true,\"BlockPublicPolicy\":true,"
                        + "\"IgnorePublicAcls\":true,\"RestrictPublicBuckets\":true}");
    }

    private static PolicyDocument policy(AccessPoint.Builder point) {
        return Points.policy(template(point), "red");
    }

    private static SynthesizedTemplate template(AccessPoint.Builder point) {
        return Synthesized.storage(stack -> AccessPointSet.Builder.create(stack, "Points")
                .bucket(new SecureBucket(stack, "Data"))
                .accessPoint(point.build())
                .build());
    }
}

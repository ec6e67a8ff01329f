package io.github.secures3.constructs.accesspoint;

import static io.github.secures3.agreement.TwoReadings.allowed;
import static io.github.secures3.agreement.TwoReadings.notAllowed;
import static io.github.secures3.constructs.accesspoint.Points.through;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.secures3.constructs.bucket.SecureBucket;
import io.github.secures3.policy.PolicyDocument;
import io.github.secures3.requests.TestRequest;
import io.github.secures3.testing.Synthesized;
import io.github.secures3.testing.SynthesizedTemplate;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/creating-access-points.html */
class OtherAccountsTest {

    private static final String FOREIGN_POINT = "arn:aws:s3:eu-west-1:444455556666:accesspoint/red";

    @Test
    void a_team_adds_a_point_and_the_stack_of_the_bucket_stays_as_it_is() {
        App alone = Synthesized.app();
        Stack before = platform(alone);
        String untouched = Synthesized.of(alone).template(before).text();

        App app = Synthesized.app();
        Stack platform = platform(app);
        Stack team = Synthesized.stack(app, "Team", "444455556666", "eu-west-1");
        ApplicationAccessPoint point = application(team)
                .accessPoint(AccessPoint.Builder.create("red")
                        .readers("team1/", Points.FOREIGN_ROLE)
                        .build())
                .build();
        Synthesized synthesized = Synthesized.of(app);
        SynthesizedTemplate template = synthesized.template(team);

        assertThat(synthesized.template(platform).text()).isEqualTo(untouched);
        assertThat(point.getAccessPointArn()).isEqualTo(FOREIGN_POINT);
        JsonNode red = Objects.requireNonNull(Points.in(template).get("red"));
        assertThat(red.path("Bucket").asText()).isEqualTo("data");
        assertThat(red.path("BucketAccountId").asText()).isEqualTo("111122223333");
        GrantedAccessTest.assertBlocked(red);
        TestRequest read =
                TestRequest.byIdentity(Points.FOREIGN_ROLE, "s3:GetObject", FOREIGN_POINT + "/object/team1/a.csv");
        allowed(Points.policy(template, "red"), read);
        notAllowed(Points.policy(template, "red"), read.to(FOREIGN_POINT + "/object/team10/a.csv"));
        allowed(
                synthesized.template(platform).bucketPolicy("Data"),
                through(read.to("arn:aws:s3:::data/team1/a.csv"), "444455556666"));
    }

    /** https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-modifying-external-accounts.html */
    @Test
    void the_key_trusts_the_accounts_that_the_bucket_delegates_to() {
        App app = Synthesized.app();
        Stack platform = platform(app);
        PolicyDocument key = Synthesized.of(app).template(platform).keyPolicy("Data");
        TestRequest decrypt = TestRequest.byIdentity(
                        Points.FOREIGN_ROLE, "kms:Decrypt", "arn:aws:kms:eu-west-1:111122223333:key/data")
                .with("kms:ViaService", "s3.eu-west-1.amazonaws.com")
                .with("kms:EncryptionContext:aws:s3:arn", "arn:aws:s3:::data");

        allowed(key, decrypt);
        notAllowed(key, decrypt.without("kms:ViaService"));
        notAllowed(key, decrypt.with("kms:EncryptionContext:aws:s3:arn", "arn:aws:s3:::other"));
        notAllowed(
                key,
                TestRequest.byIdentity("arn:aws:iam::123456789012:role/Reader", "kms:Decrypt", decrypt.resource())
                        .with("kms:ViaService", "s3.eu-west-1.amazonaws.com")
                        .with("kms:EncryptionContext:aws:s3:arn", "arn:aws:s3:::data"));
    }

    @Test
    void a_set_puts_points_of_another_account_into_stacks_of_that_account() {
        App app = Synthesized.app();
        Stack platform = Synthesized.stack(app, "Platform", "111122223333", "eu-west-1");
        AccessPointSet set = AccessPointSet.Builder.create(platform, "Points")
                .bucket(SecureBucket.Builder.create(platform, "Data")
                        .bucketName("data")
                        .build())
                .accessPoint(AccessPoint.Builder.create("red")
                        .ownerAccount("444455556666")
                        .build())
                .accessPoint(AccessPoint.Builder.create("blue").build())
                .spread(AccessPointSpread.stacks(1))
                .build();
        Stack foreign = Stack.of(set.getAccessPoint("red"));
        Stack own = Stack.of(set.getAccessPoint("blue"));
        Synthesized synthesized = Synthesized.of(app);
        Map<String, JsonNode> there = Points.in(synthesized.template(foreign));

        assertThat(foreign.getAccount()).isEqualTo("444455556666");
        assertThat(own.getAccount()).isEqualTo("111122223333");
        assertThat(there).containsOnlyKeys("red");
        assertThat(Objects.requireNonNull(there.get("red"))
                        .path("BucketAccountId")
                        .asText())
                .isEqualTo("111122223333");
        JsonNode blue =
                Objects.requireNonNull(Points.in(synthesized.template(own)).get("blue"));
        assertThat(blue.has("BucketAccountId")).isFalse();
        allowed(
                synthesized.template(platform).bucketPolicy("Data"),
                through(
                        TestRequest.byIdentity(Points.FOREIGN_ROLE, "s3:GetObject", "arn:aws:s3:::data/a"),
                        "444455556666"));
    }

    @Test
    void refuses_what_s3_would_refuse() {
        Stack team = Synthesized.stack(Synthesized.app(), "Team", "444455556666", "eu-west-1");
        AccessPoint red = AccessPoint.Builder.create("red").build();
        assertThatThrownBy(() -> ApplicationAccessPoint.Builder.create(team, "Red")
                        .bucketName("data")
                        .accessPoint(red)
                        .build())
                .hasMessage("Team/Red: bucketName, bucketAccountId and accessPoint are required, and bucketAccountId is"
                        + " missing; ask the owner of the bucket for its name and account");
        assertThatThrownBy(() -> application(team)
                        .accessPoint(AccessPoint.Builder.create("red")
                                .ownerAccount("111122223333")
                                .build())
                        .build())
                .hasMessage(
                        "Team/Red: access point is to belong to account 111122223333, and its stack goes to another or"
                                + " to one that is not known; give the stack that account, or leave ownerAccount out");
        assertThatThrownBy(() -> application(team)
                        .accessPoint(red)
                        .encryptionKeyArn("alias/data")
                        .build())
                .hasMessage("Team/Red: encryptionKeyArn is 'alias/data'; give the ARN of the key itself, such as"
                        + " arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab");
        assertThat(team.getNode().getChildren()).isEmpty();
    }

    private static ApplicationAccessPoint.Builder application(Stack team) {
        return ApplicationAccessPoint.Builder.create(team, "Red")
                .bucketName("data")
                .bucketAccountId("111122223333");
    }

    private static Stack platform(App app) {
        Stack platform = Synthesized.stack(app, "Platform", "111122223333", "eu-west-1");
        AccessPointSet.Builder.create(platform, "Points")
                .bucket(SecureBucket.Builder.create(platform, "Data")
                        .bucketName("data")
                        .build())
                .delegateTo("444455556666")
                .build();
        return platform;
    }
}

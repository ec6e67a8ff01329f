package io.github.secures3.constructs.bucket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.secures3.constructs.InvalidConfigurationException;
import io.github.secures3.testing.Synthesized;
import io.github.secures3.testing.SynthesizedTemplate;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.kms.Alias;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.kms.Key;

/** Keys and aliases that cannot encrypt a bucket: https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html */
class RefusedEncryptionTest {

    /** S3 resolves an alias in the account of the requester: https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-encryption.html */
    @Test
    void an_alias_and_a_key_without_kms_are_refused() {
        Stack stack = Synthesized.stack(Synthesized.app(), "Storage");
        Key key = new Key(stack, "Key");
        String arn = "arn:aws:kms:eu-west-1:111122223333:alias/data";
        String tail = "', which S3 resolves in the account of whoever uploads; pass the key itself";
        IKey imported = Key.fromKeyArn(stack, "ImportedAlias", arn);
        refusedIn(stack, b -> b.encryptionKey(imported), "encryptionKey is the alias '" + arn + tail);
        Alias alias = Alias.Builder.create(stack, "Alias")
                .aliasName("alias/data")
                .targetKey(key)
                .build();
        assertThatThrownBy(() -> SecureBucket.Builder.create(stack, "Data")
                        .encryptionKey(alias)
                        .build())
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessageStartingWith("Storage/Data: encryptionKey is the alias '")
                .hasMessageEndingWith(tail);
        assertThat(stack.getNode().tryFindChild("Data")).isNull();
        refusedIn(
                stack,
                b -> b.encryptionKey(key).allowWithoutKms("r"),
                "encryptionKey is set beside allowWithoutKms; a bucket without KMS uses no key, so leave one of them out");
        refusedIn(
                stack,
                b -> b.encryptionKey(key).keyAlias("data"),
                "keyAlias 'data' is set, but no key is made for this bucket; give the alias to the key that is used instead");
    }

    @Test
    void a_bucket_key_cannot_be_given_up_where_there_is_none() {
        Stack stack = Synthesized.stack(Synthesized.app(), "Storage");
        refusedIn(
                stack,
                b -> b.allowWithoutBucketKey("r").encryptWithDualLayerKms("r"),
                "allowWithoutBucketKey is set beside encryptWithDualLayerKms, which knows no S3 Bucket Key; leave it out");
    }

    /** https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html: the key lies in the Region of the bucket. */
    @Test
    void a_key_of_another_region_is_refused_and_one_of_another_account_taken() {
        App app = Synthesized.app();
        Stack storage = Synthesized.stack(app, "Storage", "111122223333", "eu-west-1");
        Stack elsewhere = Synthesized.stack(app, "Elsewhere", "111122223333", "us-east-1");
        String far =
                "encryptionKey lies in us-east-1, this bucket in eu-west-1; S3 encrypts with keys of the bucket's own Region,"
                        + " so pass one of eu-west-1";
        IKey imported = Key.fromKeyArn(storage, "Far", "arn:aws:kms:us-east-1:111122223333:key/1234abcd");
        refusedIn(storage, b -> b.encryptionKey(imported), far);
        Key made = new Key(elsewhere, "Key");
        refusedIn(storage, b -> b.encryptionKey(made), far);
        SecureBucket.Builder.create(storage, "Data")
                .encryptionKey(Key.fromKeyArn(storage, "Shared", "arn:aws:kms:eu-west-1:444455556666:key/1234abcd"))
                .build();
    }

    /** https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateAlias.html */
    @ParameterizedTest
    @ValueSource(strings = {"", "alias/", "a b", "data!", "aws/data", "alias/aws/data", "alias:data"})
    void an_alias_that_kms_would_refuse_is_refused(String alias) {
        Refusals.refused(
                stack -> SecureBucket.Builder.create(stack, "Data")
                        .keyAlias(alias)
                        .build(),
                "Storage/Data: keyAlias '" + alias
                        + "' is not valid; use 1 to 250 letters, digits, slashes, hyphens and underscores, not starting with"
                        + " aws/, which AWS reserves");
    }

    @Test
    void an_alias_is_taken_with_its_prefix_and_without() {
        for (String alias : List.of("team/data", "alias/team/data")) {
            SynthesizedTemplate template = Synthesized.storage(stack ->
                    SecureBucket.Builder.create(stack, "Data").keyAlias(alias).build());
            assertThat(template.resources("AWS::KMS::Alias").values())
                    .singleElement()
                    .satisfies(resource -> assertThat(
                                    resource.at("/Properties/AliasName").asText())
                            .isEqualTo("alias/team/data"));
        }
    }

    private static void refusedIn(Stack stack, Consumer<SecureBucket.Builder> settings, String message) {
        Refusals.refused(
                stack,
                () -> {
                    SecureBucket.Builder builder = SecureBucket.Builder.create(stack, "Data");
                    settings.accept(builder);
                    builder.build();
                },
                stack.getNode().getId() + "/Data: " + message);
    }
}

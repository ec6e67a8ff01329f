package io.github.secures3.policy.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.secures3.policy.catalog.ActionDefinition.Target;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_s3.html and
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_kms.html
 */
class ServiceCatalogTest {

    /** The sizes of AWS's tables on the day of the data; a refresh changes them knowingly. */
    @ParameterizedTest
    @CsvSource({
        "s3, 180, 13, 64",
        "kms, 56, 2, 98",
        "sts, 16, 5, 131",
        "s3express, 28, 2, 21",
        "s3tables, 53, 2, 9",
        "s3vectors, 19, 2, 6",
        "s3-object-lambda, 26, 1, 4",
        "s3-outposts, 48, 4, 19"
    })
    void has_as_many_actions_resource_types_and_keys_as_the_aws_page(String prefix, int actions, int types, int keys) {
        ServiceCatalog catalog = ServiceCatalog.of(prefix).orElseThrow();

        assertThat(catalog.actions()).hasSize(actions);
        assertThat(catalog.resourceTypes()).hasSize(types);
        assertThat(catalog.conditionKeys()).hasSize(keys);
        assertThat(catalog.asOf()).isEqualTo(LocalDate.of(2026, 9, 27));
        assertThat(catalog.source()).hasScheme("https").hasHost("docs.aws.amazon.com");
    }

    @Test
    void says_of_put_object_what_the_aws_page_says() {
        ActionDefinition put = ServiceCatalog.s3().action("PutObject").orElseThrow();

        assertThat(put.text()).isEqualTo("s3:PutObject");
        assertThat(put.accessLevel()).isEqualTo(AccessLevel.WRITE);
        assertThat(put.resources())
                .containsExactly(new Target("accesspointobject", false), new Target("object", false));
        assertThat(put.conditionKeys())
                .contains(
                        "s3:x-amz-server-side-encryption-aws-kms-key-id",
                        "s3:if-none-match",
                        "s3:ObjectCreationOperation")
                .doesNotContain("s3:ExistingObjectTag/<key>", "s3:prefix");
        assertThat(put.dependentActions()).isEmpty();
    }

    /** https://docs.aws.amazon.com/AmazonS3/latest/API/API_UpdateObjectEncryption.html */
    @Test
    void knows_that_object_encryption_can_be_changed_in_place_and_which_keys_limit_it() {
        assertThat(ServiceCatalog.s3()
                        .action("UpdateObjectEncryption")
                        .orElseThrow()
                        .conditionKeys())
                .contains("s3:x-amz-server-side-encryption", "s3:x-amz-server-side-encryption-aws-kms-key-id");
    }

    /** https://docs.aws.amazon.com/AmazonS3/latest/API/API_control_PutPublicAccessBlock.html */
    @Test
    void knows_that_account_wide_public_access_is_set_on_no_resource() {
        ActionDefinition put =
                ServiceCatalog.s3().action("PutAccountPublicAccessBlock").orElseThrow();

        assertThat(put.resources()).isEmpty();
        assertThat(put.accessLevel()).isEqualTo(AccessLevel.PERMISSIONS_MANAGEMENT);
    }

    /** https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html */
    @Test
    void says_of_kms_actions_what_the_aws_page_says() {
        ActionDefinition createKey = ServiceCatalog.kms().action("CreateKey").orElseThrow();
        ActionDefinition schedule =
                ServiceCatalog.kms().action("ScheduleKeyDeletion").orElseThrow();

        assertThat(createKey.dependentActions())
                .containsExactly("iam:CreateServiceLinkedRole", "kms:PutKeyPolicy", "kms:TagResource");
        assertThat(schedule.resources()).containsExactly(new Target("key", true));
        assertThat(schedule.conditionKeys()).contains("kms:TrailingDaysWithoutKeyUsage");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PutBucketAbac",
                "CreateAccessPoint",
                "GetDataAccess",
                "TagResource",
                "UntagResource",
                "ListTagsForResource",
                "PutObjectAnnotation",
                "AllowVendedLogDeliveryForResource"
            })
    void has_the_actions_that_came_late(String name) {
        assertThat(ServiceCatalog.s3().action(name)).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "s3:BucketTag/team, STRING, false",
        "s3:AccessPointTag/team, STRING, false",
        "s3:ExistingObjectTag/team, STRING, false",
        "S3:IF-NONE-MATCH, STRING, false",
        "s3:ObjectCreationOperation, BOOL, false",
        "s3:TlsVersion, NUMERIC, false",
        "s3:SignatureAge, NUMERIC, false",
        "s3:InventoryAccessibleOptionalFields, STRING, true",
        "s3:RequestObjectTagKeys, STRING, true",
        "s3:x-amz-bucket-namespace, STRING, false",
        "s3:x-amz-server-side-encryption-aws-kms-key-id, ARN, false",
        "s3:AccessGrantsInstanceArn, ARN, false",
        "s3:object-lock-retain-until-date, DATE, false",
        "aws:resourcetag/team, STRING, false",
        "aws:TagKeys, STRING, true"
    })
    void knows_the_type_of_s3_keys(String written, ConditionKeyType type, boolean multivalued) {
        ConditionKey key = ServiceCatalog.s3().conditionKey(written).orElseThrow();

        assertThat(key.types()).containsExactly(type);
        assertThat(key.multivalued()).isEqualTo(multivalued);
    }

    /** https://docs.aws.amazon.com/kms/latest/developerguide/encrypt_context.html */
    @Test
    void tells_the_encryption_context_from_its_list_of_keys() {
        ServiceCatalog kms = ServiceCatalog.kms();

        assertThat(kms.conditionKey("kms:EncryptionContext:aws:s3:arn"))
                .map(ConditionKey::name)
                .contains("kms:EncryptionContext:${EncryptionContextKey}");
        assertThat(kms.conditionKey("kms:encryptioncontextkeys"))
                .map(ConditionKey::multivalued)
                .contains(true);
        assertThat(kms.conditionKey("kms:EncryptionContext:")).isEmpty();
    }

    /** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html */
    @Test
    void finds_actions_whatever_the_letter_case_and_with_the_prefix_or_without() {
        ServiceCatalog s3 = ServiceCatalog.s3();

        assertThat(s3.action("S3:PUTOBJECT")).isEqualTo(s3.action("putObject")).isPresent();
        assertThat(s3.action("kms:PutObject")).isEmpty();
        assertThat(s3.action("PutObjects")).isEmpty();
        assertThat(s3.action("")).isEmpty();
        assertThat(s3.resourceType("Object"))
                .map(ResourceType::arnPattern)
                .contains("arn:${Partition}:s3:::${BucketName}/${ObjectName}");
        assertThat(ServiceCatalog.of("S3")).containsSame(s3);
        assertThat(ServiceCatalog.of("ec2")).isEmpty();
    }

    @Test
    void reaches_the_actions_that_a_pattern_means() {
        ServiceCatalog s3 = ServiceCatalog.s3();

        assertThat(s3.matching("s3:*")).isEqualTo(s3.actions());
        assertThat(s3.matching("*")).isEqualTo(s3.actions());
        assertThat(s3.matching("S3:getobject"))
                .extracting(ActionDefinition::name)
                .containsExactly("GetObject");
        assertThat(s3.matching("s3:*BucketPolic?"))
                .extracting(ActionDefinition::name)
                .containsExactly("DeleteBucketPolicy", "GetBucketPolicy", "PutBucketPolicy");
        assertThat(s3.matching("s3:Get*"))
                .isNotEmpty()
                .isEqualTo(s3.actions().stream()
                        .filter(action -> action.name().startsWith("Get"))
                        .toList());
    }

    @Test
    void reaches_nothing_with_patterns_of_other_services_or_of_values_not_known_yet() {
        ServiceCatalog s3 = ServiceCatalog.s3();

        assertThat(s3.matching("s3express:*")).isEmpty();
        assertThat(s3.matching("s3:${aws:username}")).isEmpty();
        assertThat(s3.matching("s3:${Token[TOKEN.5]}")).isEmpty();
        assertThat(s3.matching("GetObject")).isEmpty();
        assertThat(s3.matching("")).isEmpty();
        assertThat(s3.matching("*?".repeat(100_000))).isEmpty();
    }

    @Test
    void adds_the_keys_of_the_resource_types_to_those_of_the_action() {
        ServiceCatalog s3 = ServiceCatalog.s3();
        ActionDefinition delete = s3.action("DeleteObject").orElseThrow();

        assertThat(delete.conditionKeys()).doesNotContain("s3:DataAccessPointArn", "s3:BucketTag/${TagKey}");
        assertThat(s3.conditionKeysOf(delete))
                .extracting(ConditionKey::name)
                .contains("s3:if-match", "s3:DataAccessPointArn", "s3:BucketTag/${TagKey}")
                .doesNotHaveDuplicates()
                .isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ServiceCatalog.kms().conditionKeysOf(delete))
                .withMessage("'s3:DeleteObject' is no action of AWS Key Management Service; ask the catalog of 's3'");
    }

    @Test
    void suggests_the_names_that_a_typo_is_closest_to() {
        ServiceCatalog s3 = ServiceCatalog.s3();

        assertThat(s3.suggest("s3:GetObjet")).first().isEqualTo("GetObject");
        assertThat(s3.suggest("putbucketpolcy")).first().isEqualTo("PutBucketPolicy");
        assertThat(s3.suggest("PutBucketABAC")).first().isEqualTo("PutBucketAbac");
        assertThat(s3.suggest("Frobnicate")).isEmpty();
        assertThat(s3.suggest("")).isEmpty();
        assertThat(s3.suggest("x".repeat(1_000_000))).isEmpty();
    }

    @Test
    void lists_every_service_it_has_data_for() {
        assertThat(ServiceCatalog.services()).isSorted().contains("s3", "kms");
        assertThat(ServiceCatalog.services())
                .allSatisfy(prefix -> assertThat(ServiceCatalog.of(prefix))
                        .map(ServiceCatalog::prefix)
                        .contains(prefix));
        assertThat(ServiceCatalog.s3()).hasToString("Amazon S3 as of 2026-09-27");
    }

    @Test
    void gives_every_thread_the_same_catalog() {
        List<ServiceCatalog> seen = ServiceCatalog.services().stream()
                .flatMap(prefix -> List.of(prefix, prefix, prefix, prefix).stream())
                .parallel()
                .map(prefix -> ServiceCatalog.of(prefix).orElseThrow())
                .distinct()
                .toList();

        assertThat(seen).hasSameSizeAs(ServiceCatalog.services());
    }

    @Test
    void suggests_condition_keys_close_to_a_misspelt_one() {
        assertThat(ServiceCatalog.s3().suggestConditionKey("s3:prefx")).containsExactly("s3:prefix");
        assertThat(ServiceCatalog.s3().suggestConditionKey("s3:ExistingObjectTags/team"))
                .containsExactly("s3:ExistingObjectTag/team");
        assertThat(ServiceCatalog.s3().suggestConditionKey("s3:NothingLikeIt")).isEmpty();
    }
}

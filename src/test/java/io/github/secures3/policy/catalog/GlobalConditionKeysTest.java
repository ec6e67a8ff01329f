package io.github.secures3.policy.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html */
class GlobalConditionKeysTest {

    @ParameterizedTest
    @CsvSource({
        "aws:SecureTransport, BOOL, false",
        "aws:PrincipalIsAWSService, BOOL, false",
        "aws:ViaAWSService, BOOL, false",
        "AWS:PRINCIPALARN, ARN, false",
        "aws:SourceArn, ARN, false",
        "aws:SourceVpcArn, ARN, false",
        "aws:SourceIp, IP_ADDRESS, false",
        "aws:VpcSourceIp, IP_ADDRESS, false",
        "aws:SourceVpce, STRING, false",
        "aws:VpceOrgID, STRING, false",
        "aws:CurrentTime, DATE, false",
        "aws:MultiFactorAuthAge, NUMERIC, false",
        "aws:PrincipalTag/team, STRING, false",
        "aws:RequestTag/team:sub/x, STRING, false",
        "aws:PrincipalOrgID, STRING, false",
        "aws:PrincipalOrgPaths, STRING, true",
        "aws:SourceOrgPaths, STRING, true",
        "aws:TagKeys, STRING, true",
        "aws:CalledVia, STRING, true",
        "aws:CalledViaFirst, STRING, false",
        "aws:PrincipalServiceNamesList, STRING, true",
        "ec2:SourceInstanceARN, ARN, false"
    })
    void knows_the_type_of_global_keys_and_how_many_values_they_hold(
            String written, ConditionKeyType type, boolean multivalued) {
        ConditionKey key = GlobalConditionKeys.find(written).orElseThrow();

        assertThat(key.types()).containsExactly(type);
        assertThat(key.multivalued()).isEqualTo(multivalued);
    }

    @Test
    void reads_the_epoch_time_as_a_date_or_a_number() {
        ConditionKey key = GlobalConditionKeys.find("aws:EpochTime").orElseThrow();

        assertThat(key.types()).containsExactly(ConditionKeyType.DATE, ConditionKeyType.NUMERIC);
        assertThat(key.type()).isEqualTo(ConditionKeyType.DATE);
    }

    /** The multivalued keys are exactly those that the page marks so. */
    @Test
    void knows_all_multivalued_keys() {
        assertThat(GlobalConditionKeys.all())
                .hasSize(62)
                .filteredOn(ConditionKey::multivalued)
                .extracting(ConditionKey::name)
                .containsExactly(
                        "aws:CalledVia",
                        "aws:PrincipalOrgPaths",
                        "aws:PrincipalServiceNamesList",
                        "aws:ResourceOrgPaths",
                        "aws:SourceOrgPaths",
                        "aws:TagKeys",
                        "aws:VpceOrgPaths");
    }

    @Test
    void knows_no_key_of_a_service_and_no_tag_without_its_key() {
        assertThat(GlobalConditionKeys.find("s3:prefix")).isEmpty();
        assertThat(GlobalConditionKeys.find("aws:PrincipalTag/")).isEmpty();
        assertThat(GlobalConditionKeys.find("aws:PrincipalTag")).isEmpty();
        assertThat(GlobalConditionKeys.find("")).isEmpty();
    }

    @Test
    void suggests_names_close_to_a_misspelt_one() {
        assertThat(GlobalConditionKeys.suggest("aws:SecureTransprt")).containsExactly("aws:SecureTransport");
        assertThat(GlobalConditionKeys.suggest("aws:PrincipalTags/team")).containsExactly("aws:PrincipalTag/team");
        assertThat(GlobalConditionKeys.suggest("nothing:LikeIt")).isEmpty();
    }
}

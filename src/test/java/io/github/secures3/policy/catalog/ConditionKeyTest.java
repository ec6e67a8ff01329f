package io.github.secures3.policy.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition.html */
class ConditionKeyTest {

    @Test
    void lets_one_or_more_characters_stand_for_the_open_part() {
        ConditionKey tag = key("s3:ExistingObjectTag/<key>");

        assertThat(tag.isTemplate()).isTrue();
        assertThat(tag.matches("S3:existingobjecttag/Team")).isTrue();
        assertThat(tag.matches("s3:ExistingObjectTag/a/b:c <d>")).isTrue();
        assertThat(tag.matches("s3:ExistingObjectTag/")).isFalse();
        assertThat(tag.matches("s3:ExistingObjectTags/x")).isFalse();
    }

    @Test
    void finds_the_open_part_in_the_middle() {
        ConditionKey claim = key("agent.${Domain}.buildkite.dev:cluster_id");

        assertThat(claim.matches("agent.example.buildkite.dev:cluster_id")).isTrue();
        assertThat(claim.matches("agent..buildkite.dev:cluster_id")).isFalse();
        assertThat(claim.matches("agent.buildkite.dev:cluster_id")).isFalse();
        assertThat(claim.matches("agent.example.buildkite.dev:cluster")).isFalse();
    }

    @Test
    void takes_a_tag_key_not_known_yet_for_the_open_part() {
        assertThat(key("aws:ResourceTag/${TagKey}").matches("aws:ResourceTag/${Token[TOKEN.7]}"))
                .isTrue();
    }

    @Test
    void spells_a_name_as_aws_does_and_leaves_what_the_policy_chose() {
        assertThat(key("s3:prefix").spelled("S3:PREFIX")).isEqualTo("s3:prefix");
        assertThat(key("s3:prefix").spelled("s3:other")).isEqualTo("s3:other");
        assertThat(key("aws:ResourceTag/${TagKey}").spelled("AWS:resourcetag/Team"))
                .isEqualTo("aws:ResourceTag/Team");
        assertThat(key("aws:ResourceTag/${TagKey}").spelled("aws:resourcetag")).isEqualTo("aws:resourcetag");
        assertThat(key("s3:ExistingObjectTag/<key>").spelled("s3:existingobjecttag/A/b"))
                .isEqualTo("s3:ExistingObjectTag/A/b");
        assertThat(key("agent.${Domain}.dev:Id").spelled("AGENT.Example.DEV:ID"))
                .isEqualTo("agent.Example.dev:Id");
        assertThat(key("${All}").spelled("x")).isEqualTo("x");
        assertThat(key("${All}").isTemplate()).isTrue();
        assertThat(key("<All>").matches("x")).isTrue();
        assertThat(key("<All>").matches("")).isFalse();
    }

    @Test
    void compares_a_name_without_open_part_as_a_whole() {
        assertThat(key("s3:prefix").isTemplate()).isFalse();
        assertThat(key("s3:prefix").matches("S3:Prefix")).isTrue();
        assertThat(key("s3:prefix").matches("s3:prefix/")).isFalse();
    }

    @Test
    void refuses_to_have_no_type() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ConditionKey("s3:prefix", List.of(), false))
                .withMessage("condition key 's3:prefix' has no type; give one or more");
    }

    private static ConditionKey key(String name) {
        return new ConditionKey(name, List.of(ConditionKeyType.STRING), false);
    }
}

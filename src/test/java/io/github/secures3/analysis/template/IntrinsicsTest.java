package io.github.secures3.analysis.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.secures3.analysis.model.Assumption;
import io.github.secures3.analysis.model.Bucket;
import io.github.secures3.analysis.model.Estate;
import io.github.secures3.policy.UnresolvedToken;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every intrinsic function, known and unknown.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html">Intrinsic
 *     functions</a>
 */
class IntrinsicsTest {

    private static final Templates.Probes PROBES = Templates.probes(Templates.read("intrinsics.yaml"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ref-parameter | dev",
                "ref-named | data-dev",
                "getatt-named | arn:aws:s3:::data-dev",
                "sub-plain | dev/arn:aws:s3:::data-dev/${aws:username}",
                "sub-pseudo | aws.amazonaws.com",
                "join-list | red:green:blue",
                "select | green",
                "split | c",
                "if-true | one",
                "if-false | two",
                "if-undecided-same | one",
                "if-same-unknown | one",
                "if-and-false | two",
                "if-or | one",
                "map | 1",
                "map-list | b",
                "map-default | 7",
                "base64 | aGVsbG8=",
                "cidr | 10.0.3.0/24",
                "cidr-last | 10.0.0.160/27",
                "length | 3",
                "number | 12",
                "boolean | true"
            })
    void knows(String probe, String value) {
        assertThat(PROBES.get(probe).known()).contains(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ref-secret | ${Token[intrinsics.Secret]}",
                "ref-unknown | ${Token[intrinsics.Unknown]}",
                "ref-indirect | ${Token[intrinsics.Image(/service/image)]}",
                "ref-unnamed | ${Token[intrinsics.Unnamed.Name~]}",
                "getatt-list | arn:aws:s3:::${Token[intrinsics.Unnamed.Name~]}",
                "getatt-unknown | ${Token[intrinsics.Unnamed.DomainName]}",
                "getatt-role | arn:aws:iam::${Token[intrinsics.AWS::AccountId]}:role/team/reader",
                "sub-map | own-${Token[intrinsics.Unknown]}",
                "account | ${Token[intrinsics.AWS::AccountId]}",
                "region | ${Token[intrinsics.AWS::Region]}",
                "stack-name | ${Token[intrinsics.AWS::StackName]}",
                "join | a-dev-${Token[intrinsics.Unknown]}",
                "json | {\"a\":1,\"b\":[true,\"dev\",\"${Token[intrinsics.Unknown]}\"]}",
            })
    void keeps_the_known_part_of_what_is_unknown(String probe, String text) {
        assertThat(PROBES.get(probe).isUnknown()).isTrue();
        assertThat(PROBES.get(probe).asText()).contains(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "join-unknown-list | UnknownNames",
                "select-unknown | UnknownNames",
                "select-outside | the list has no item 7",
                "split-unknown | Unknown",
                "if-undecided | condition Undecided",
                "if-and | condition Both",
                "map-missing | no such keys",
                "map-unknown | Unknown",
                "base64-unknown | Unknown",
                "cidr-unknown | Unknown",
                "length-unknown | UnknownNames",
                "zones | GetAZs",
                "transform | Fn::Transform",
                "import | no template of the estate exports 'elsewhere'",
                "dynamic | resolve:ssm:/path/name:1",
                "dynamic-joined | resolve",
                "dangling | no parameter or resource 'Missing'",
                "literal-token | Literal",
                "pieced-token | looks like an unknown value"
            })
    void says_why_it_does_not_know(String probe, String reason) {
        assertThat(PROBES.get(probe).whyUnknown())
                .hasValueSatisfying(why -> assertThat(why).contains(reason));
    }

    @Test
    void gives_different_unknown_values_different_names() {
        assertThat(PROBES.byKey().entrySet().stream()
                        .filter(probe ->
                                probe.getValue().isUnknown() && !probe.getKey().equals("if-and"))
                        .map(probe -> probe.getValue().asText().orElseThrow()))
                .doesNotHaveDuplicates();
    }

    @Test
    void gives_choices_that_depend_on_the_same_question_the_same_name() {
        assertThat(PROBES.get("if-and").asText())
                .isEqualTo(PROBES.get("if-undecided").asText());
    }

    /** A template that writes a marker itself does not get to equal the value that the marker names. */
    @ParameterizedTest
    @ValueSource(strings = {"literal-token", "pieced-token"})
    void takes_no_marker_from_a_template(String probe) {
        assertThat(UnresolvedToken.namesIn(PROBES.get(probe).asText().orElseThrow()))
                .doesNotContain("intrinsics.Unnamed.Name");
    }

    @Test
    void takes_away_what_no_value_stands_for() {
        assertThat(PROBES.byKey()).doesNotContainKey("gone");
    }

    @Test
    void keeps_secrets_and_dynamic_references_out_of_known_values() {
        assertThat(PROBES.get("dynamic").asText().orElseThrow())
                .startsWith("before-${Token[")
                .endsWith("]}-after");
        assertThat(PROBES.toString()).doesNotContain("hidden");
    }

    @ParameterizedTest
    @ValueSource(strings = {"intrinsics", "families"})
    void reads_json_and_yaml_alike(String fixture) {
        assertThat(Templates.withoutPlaces(Templates.read(fixture + ".json")))
                .isEqualTo(Templates.withoutPlaces(Templates.read(fixture + ".yaml")));
    }

    @Test
    void lists_the_parameters_taken_at_their_defaults() {
        assertThat(Templates.read("intrinsics.yaml").assumptions())
                .containsExactly(
                        new Assumption("intrinsics", "Stage", "dev"),
                        new Assumption("intrinsics", "Names", "red, green,blue"));
    }

    @Test
    void leaves_parameters_unknown_without_their_defaults() {
        Estate estate = Templates.read(ReadOptions.defaults().withoutDefaults(), "intrinsics.yaml");
        assertThat(Templates.named(estate, Bucket.class, "Named").name().asText())
                .contains("data-${Token[intrinsics.Stage]}");
        assertThat(estate.assumptions()).isEmpty();
    }

    @Test
    void takes_parameters_account_and_region_from_the_caller() {
        ReadOptions options = ReadOptions.defaults()
                .withParameters(
                        Map.of("Unknown", "yes", "intrinsics.Stage", "prod", "Stage", "none", "UnknownNames", "x,y"))
                .withEnvironment("111122223333", "cn-north-1");
        Templates.Probes probes = Templates.probes(Templates.read(options, "intrinsics.yaml"));
        assertThat(probes.get("if-undecided").known()).contains("one");
        assertThat(probes.get("if-and").known()).contains("two");
        assertThat(probes.get("map").known()).contains("10");
        assertThat(probes.get("select-unknown").known()).contains("y");
        assertThat(probes.get("length-unknown").known()).contains("2");
        assertThat(probes.get("getatt-role").known()).contains("arn:aws-cn:iam::111122223333:role/team/reader");
        assertThat(probes.get("sub-pseudo").known()).contains("aws-cn.amazonaws.com.cn");
        assertThat(probes.byKey()).containsKey("gone");
    }

    @Test
    void leaves_the_partition_unknown_where_nothing_is_assumed() {
        Estate estate = Templates.read(ReadOptions.defaults().withoutPartition(), "intrinsics.yaml");
        assertThat(Templates.probes(estate).get("getatt-named").asText())
                .contains("arn:${Token[intrinsics.AWS::Partition]}:s3:::data-dev");
    }
}

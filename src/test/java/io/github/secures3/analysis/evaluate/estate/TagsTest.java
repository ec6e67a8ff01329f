package io.github.secures3.analysis.evaluate.estate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.secures3.analysis.evaluate.Decision;
import io.github.secures3.analysis.evaluate.Outcome;
import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.template.EstateReader;
import io.github.secures3.analysis.template.ReadOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The tags of buckets and access points in conditions.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/buckets-tagging.html">Tags of general purpose buckets</a>
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-tagging.html">Tags of access points</a>
 */
class TagsTest {

    private static final Estate ESTATE = EstateReader.read(
            List.of(Path.of("src/test/resources/io/github/secures3/analysis/evaluate/estate/tags.yaml")),
            ReadOptions.defaults().withEnvironment("111122223333", "eu-west-1"));

    @ParameterizedTest(name = "{0} on {1}: {2}")
    @CsvSource({
        "NotRed, Red/k, EXPLICITLY_DENIED",
        "NotRed, Blue/k, ALLOWED",
        "NotRed, Off/k, ALLOWED",
        "NotRed, OpenKey/k, UNDECIDED",
        "NotRed, OpenTag/k, UNDECIDED",
        "NotRed, Told/k, ALLOWED",
        "OnlyBlue, Told/k, ALLOWED",
        "OnlyBlue, OpenKey/k, UNDECIDED"
    })
    void a_tag_whose_key_is_not_known_may_be_any_that_the_others_are_not(String who, String what, Outcome expected) {
        assertThat(decide(who, what, Map.of()).outcome()).isEqualTo(expected);
    }

    @Test
    void an_undecided_answer_names_the_tag() {
        assertThat(decide("NotRed", "OpenKey/k", Map.of()).reason()).contains("aws:ResourceTag/team");
    }

    /** Both resources are asked about, each with its own tags; those of access points need no switch. */
    @ParameterizedTest(name = "{0} through {1}: {2}")
    @CsvSource({
        "NotRed, BluePoint/k, ALLOWED",
        "NotRed, RedPoint/k, EXPLICITLY_DENIED",
        "NotRed, OpenPoint/k, UNDECIDED",
        "NotRed, PointToRed/k, EXPLICITLY_DENIED",
        "OnlyBlue, BluePoint/k, IMPLICITLY_DENIED",
        "ThroughBlue, BluePoint/k, ALLOWED",
        "ThroughBlue, RedPoint/k, IMPLICITLY_DENIED",
        "ThroughBlue, OpenPoint/k, UNDECIDED",
        "ThroughBlue, Blue/k, IMPLICITLY_DENIED"
    })
    void an_access_point_has_tags_of_its_own(String who, String what, Outcome expected) {
        assertThat(decide(who, what, Map.of()).outcome()).isEqualTo(expected);
    }

    @Test
    void a_tag_that_the_request_gives_is_that_of_the_access_point_where_the_bucket_s_do_not_count() {
        assertThat(decide("NotRed", "OpenPoint/k", Map.of("aws:ResourceTag/team", List.of("red")))
                        .outcome())
                .isEqualTo(Outcome.EXPLICITLY_DENIED);
        assertThat(decide("NotRed", "OpenPoint/k", Map.of("aws:ResourceTag/team", List.of("blue")))
                        .outcome())
                .isEqualTo(Outcome.ALLOWED);
    }

    private static Decision decide(String who, String what, Map<String, List<String>> context) {
        return EstateSituation.of(ESTATE, new EstateRequest(who, "s3:GetObject", what, context, null, null, List.of()))
                .decide();
    }
}

package io.github.secures3.analysis.diff.guardrail;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.secures3.analysis.diff.DiffCase;
import io.github.secures3.analysis.diff.difference.Change;
import io.github.secures3.analysis.diff.difference.Direction;
import io.github.secures3.analysis.diff.difference.Kind;
import io.github.secures3.analysis.finding.Evidence;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A guardrail that loosens is shown by a request that gets through where it did not. */
class GuardrailExamplesTest {

    static List<DiffCase> cases() {
        return DiffCase.all().stream()
                .filter(each -> each.toString().startsWith("guardrail-"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void every_loosened_guardrail_about_storage_has_an_example(DiffCase changed) {
        assertThat(guardrails(changed))
                .filteredOn(change -> change.direction() == Direction.WEAKENED)
                .allSatisfy(change -> assertThat(requests(change)).hasSize(1));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void what_tightens_has_none(DiffCase changed) {
        assertThat(guardrails(changed))
                .filteredOn(change -> !change.direction().countsAsWeakened())
                .allSatisfy(change -> assertThat(requests(change)).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "gone, can s3:DeleteBucket arn:aws:s3:::",
        "of_fewer_actions, can s3:PutBucketPolicy arn:aws:s3:::",
        "with_a_wider_network, with aws:SourceIp=10.",
        "split_into_two_that_deny_less, can s3:PutBucketPolicy arn:aws:s3:::"
    })
    void the_example_is_what_the_guardrail_stopped(String name, String part) {
        DiffCase changed = cases().stream()
                .filter(each -> each.toString().equals("guardrail-statement/" + name))
                .findFirst()
                .orElseThrow();
        assertThat(guardrails(changed))
                .flatExtracting(GuardrailExamplesTest::requests)
                .singleElement()
                .asString()
                .contains(part);
    }

    @Test
    void the_example_of_an_exception_is_the_exception() {
        DiffCase changed = cases().stream()
                .filter(each -> each.toString().endsWith("/with_a_wider_exception"))
                .findFirst()
                .orElseThrow();
        assertThat(guardrails(changed))
                .flatExtracting(GuardrailExamplesTest::requests)
                .singleElement()
                .asString()
                .contains("/Intern");
    }

    private static List<Change> guardrails(DiffCase changed) {
        return Stream.of(changed.forward(), changed.reversed())
                .flatMap(diff -> diff.changes(Kind.GUARDRAIL).stream())
                .toList();
    }

    private static List<String> requests(Change change) {
        return change.finding().evidence().stream()
                .filter(evidence -> evidence.kind() == Evidence.Kind.REQUEST)
                .map(Evidence::text)
                .toList();
    }
}

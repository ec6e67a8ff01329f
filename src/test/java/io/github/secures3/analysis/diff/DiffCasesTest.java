package io.github.secures3.analysis.diff;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.secures3.analysis.diff.difference.Change;
import io.github.secures3.analysis.diff.difference.Differences;
import io.github.secures3.analysis.diff.difference.Direction;
import io.github.secures3.analysis.diff.difference.Fact;
import io.github.secures3.analysis.diff.difference.Kind;
import io.github.secures3.analysis.finding.Finding;
import io.github.secures3.analysis.finding.RuleId;
import io.github.secures3.analysis.model.Location;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Changes of templates, each in a folder under {@code src/test/resources/diff} that says in its name what changes. */
class DiffCasesTest {

    static List<DiffCase> cases() {
        return DiffCase.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void finds_what_changed(DiffCase changed) throws IOException {
        check(changed.directory().resolve("findings.txt"), changed.text(changed.forward()));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void finds_what_the_way_back_changes(DiffCase changed) throws IOException {
        check(changed.directory().resolve("findings-reversed.txt"), changed.text(changed.reversed()));
    }

    /** Data can be at risk both ways: what is deleted one way is new the other, and what is replaced one way is replaced the other. */
    @ParameterizedTest
    @MethodSource("cases")
    void finds_the_opposite_on_the_way_back(DiffCase changed) {
        List<String> forward = changed.forward().changes().stream()
                .filter(change -> change.kind() != Kind.DATA_AT_RISK)
                .map(change -> fact(change, change.direction()))
                .sorted()
                .toList();
        List<String> backward = changed.reversed().changes().stream()
                .filter(change -> change.kind() != Kind.DATA_AT_RISK)
                .map(change -> fact(change, change.direction().reversed()))
                .sorted()
                .toList();
        assertThat(backward).isEqualTo(forward);
    }

    @Test
    void has_three_cases_or_more_for_each_kind_of_change() {
        Map<String, Long> cases = DiffCase.all().stream()
                .collect(groupingBy(changed -> changed.toString().replaceFirst("/.*", ""), counting()));
        assertThat(cases.values()).allMatch(number -> number >= 3);
    }

    @Test
    void has_a_line_in_the_documentation_for_each_kind_of_change() throws IOException {
        String page = Files.readString(Path.of("docs/diff.md"));
        assertThat(DiffEvaluators.facts()).allSatisfy(fact -> assertThat(page).contains("`" + fact.rule() + "`"));
    }

    @Test
    void has_a_title_for_each_kind_of_change() {
        List<RuleId> rules = DiffEvaluators.facts().stream().map(Fact::rule).toList();
        assertThat(DiffCase.all())
                .flatExtracting(changed -> changed.forward().findings())
                .extracting(Finding::rule)
                .isSubsetOf(rules);
    }

    /** An evaluator that finds nothing in any case could as well not be there. */
    @Test
    void needs_every_evaluator() {
        List<Differences> all = DiffCase.all().stream()
                .map(changed -> changed.forward().differences())
                .toList();
        assertThat(DiffEvaluators.all())
                .allSatisfy(evaluator -> assertThat(all)
                        .anySatisfy(differences ->
                                assertThat(evaluator.evaluate(differences)).isNotEmpty()));
    }

    private static String fact(Change change, Direction direction) {
        TreeSet<String> places = new TreeSet<>();
        places.add(place(change.finding().at()));
        places.add(place(change.finding().base()));
        places.remove("");
        return change.kind() + " " + change.finding().rule() + " " + direction + " " + places;
    }

    private static String place(@Nullable Location location) {
        return location == null ? "" : location.text();
    }

    private static void check(Path file, String actual) throws IOException {
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(file, actual, UTF_8);
        }
        assertThat(actual)
                .as("%s; if the difference is meant, update it with -Dgolden.update=true and review the change", file)
                .isEqualTo(Files.exists(file) ? Files.readString(file, UTF_8) : "");
    }
}

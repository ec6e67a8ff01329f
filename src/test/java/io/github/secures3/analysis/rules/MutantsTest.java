package io.github.secures3.analysis.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.secures3.analysis.finding.Finding;
import io.github.secures3.testing.Golden;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every protective statement and property of our own templates: taken away or weakened, a rule or an invariant notices. */
class MutantsTest {

    private static final List<MutantEstate> ESTATES = MutantEstate.all();
    private static final Pattern DIGEST = Pattern.compile("(?<=[A-Za-z0-9])[0-9A-F]{8}(?![0-9A-Za-z])");
    private static final Pattern WORD = Pattern.compile("\\w+");
    /** Where each mutant is tried: the first estate that has a resource like it. */
    private static final Map<String, String> TRIED_IN = triedIn();

    @TempDir
    Path directory;

    @ParameterizedTest
    @MethodSource("estates")
    void a_rule_or_an_invariant_notices_each(MutantEstate estate) throws IOException {
        StringBuilder noticed = new StringBuilder();
        Set<String> unnoticed = new TreeSet<>();
        for (MutantEstate.Part part : estate.parts()) {
            part.write(directory);
            Checked whole = part.check(directory);
            assertThat(whole.againstInvariants().stream()
                            .map(f -> f.resource() + " " + f.message() + " " + f.evidence()))
                    .isEmpty();
            List<PolicyLimit> limits = estate.limits();
            assertThat(limits).allMatch(limit -> limit.isKept(whole.estate()));
            Map<Set<String>, Unchanged> unchanged = new HashMap<>();
            for (Mutants.Mutant mutant : part.mutants()) {
                noticed.append(part.stack()).append(' ').append(mutant).append("\n    ");
                String place = TRIED_IN.getOrDefault(likeness(part.template(), mutant), "");
                if (place.equals(place(part, mutant))) {
                    part.write(directory, mutant.template());
                    Set<String> apart = part.bucketsApartFrom(whole.estate(), mutant.resource());
                    Unchanged before = unchanged.computeIfAbsent(apart, buckets -> Unchanged.of(whole, buckets));
                    String by = noticed(part.check(directory), apart, before, limits, part.id(mutant));
                    noticed.append(by).append('\n');
                    if (by.isEmpty()) {
                        unnoticed.add(part.stack() + " " + mutant);
                    }
                } else {
                    noticed.append("as in ").append(place).append('\n');
                }
            }
        }
        Golden.check("mutants/" + estate.name() + ".txt", noticed.toString());
        assertThat(unnoticed).isEmpty();
    }

    /** What is found before anything is changed. */
    private record Unchanged(Checked checked, List<Finding> quick, List<Finding> slow) {

        static Unchanged of(Checked whole, Set<String> apart) {
            Checked checked = whole.without(apart);
            return new Unchanged(checked, whole.quickly(), checked.thoroughly());
        }
    }

    /** Who notices: rules that ask for proofs are tried where no other does. */
    private static String noticed(
            Checked mutated, Set<String> apart, Unchanged unchanged, List<PolicyLimit> limits, String id) {
        Set<String> by = Checked.noticed(mutated.quickly(), unchanged.quick());
        if (by.isEmpty()) {
            by = Checked.noticed(mutated.without(apart).thoroughly(), unchanged.slow());
        }
        if (by.isEmpty()) {
            by = Checked.noticed(mutated.againstInvariants(), List.of());
        }
        if (by.isEmpty()) {
            by = limits.stream()
                    .filter(limit -> !limit.isKept(mutated.estate()))
                    .map(PolicyLimit::id)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
        return by.isEmpty()
                ? Equivalence.of(unchanged.checked().estate(), mutated.estate(), id)
                        .or(() -> Equivalence.ofAccess(
                                unchanged.checked().estate(),
                                mutated.without(apart).estate(),
                                id,
                                mutated.of().assumptions()))
                        .map(reason -> "equivalent: " + reason)
                        .orElse("")
                : String.join(", ", by);
    }

    /** No template that we write, and no resource of one, is left out. */
    @Test
    void every_resource_of_our_templates_is_tried() {
        Set<String> tried = new TreeSet<>();
        for (MutantEstate estate : ESTATES) {
            for (MutantEstate.Part part : estate.parts()) {
                part.template()
                        .path("Resources")
                        .fieldNames()
                        .forEachRemaining(id -> tried.add(estate.file(part.stack()) + " " + id));
            }
        }
        assertThat(OwnTemplatesTest.estates()
                        .flatMap(estate -> estate.templates().stream())
                        .flatMap(file -> MutantEstate.resources(file).map(id -> file + " " + id)))
                .isNotEmpty()
                .allSatisfy(resource -> assertThat(tried).contains(resource));
    }

    static Stream<MutantEstate> estates() {
        String only = System.getProperty("mutants.only", "");
        return ESTATES.stream().filter(e -> e.name().startsWith(only));
    }

    private static String place(MutantEstate.Part part, Mutants.Mutant mutant) {
        return part.estate().name() + ": " + part.stack() + " " + Mutants.name(mutant.resource());
    }

    private static Map<String, String> triedIn() {
        Map<String, String> first = new HashMap<>();
        for (MutantEstate estate : ESTATES) {
            for (MutantEstate.Part part : estate.parts()) {
                for (Mutants.Mutant mutant : part.mutants()) {
                    first.putIfAbsent(likeness(part.template(), mutant), place(part, mutant));
                }
            }
        }
        return first;
    }

    /** A change of a statement or resource, told by these alone, whatever the resources of the template are called. */
    private static String likeness(ObjectNode template, Mutants.Mutant mutant) {
        Map<String, String> numbers = new LinkedHashMap<>();
        StringBuilder text = new StringBuilder();
        Matcher words = WORD.matcher(mutant.subject().toString());
        while (words.find()) {
            String word = words.group();
            if (template.path("Resources").has(word)) {
                words.appendReplacement(text, numbers.computeIfAbsent(word, id -> "#" + numbers.size()));
            }
        }
        words.appendTail(text);
        JsonNode type = template.path("Resources").path(mutant.resource()).path("Type");
        return mutant.change() + " " + type + DIGEST.matcher(text).replaceAll("");
    }
}

package io.github.secures3.architecture;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.github.secures3.testing.Compilation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every rule, given small classes that break it and some that come as close as is allowed. They lie in
 * {@code src/test/resources/architecture}: a folder for each rule, in it {@code broken.txt} and {@code kept.txt}. Lines of dashes part the
 * cases, and each case of {@code broken.txt} breaks the rule by its first class. {@code absent.txt} stands in for libraries and packages
 * that are not on the class path.
 */
class RulesBiteTest {

    private static final Path FIXTURES = Path.of("src", "test", "resources", "architecture");
    private static final Pattern PACKAGE = Pattern.compile("package ([\\w.]+);");
    private static final Pattern TYPE = Pattern.compile("(?:class|interface|enum|record) (\\w+)");

    private static JavaClasses allCases;

    @BeforeAll
    static void compile_and_read_all_cases_at_once(@TempDir Path standIns, @TempDir Path classes) throws IOException {
        List<String> absent = units(Files.readString(FIXTURES.resolve("absent.txt")));
        assertThat(Compilation.compile(byTypeName(absent), standIns))
                .as("the stand-ins compile")
                .isEmpty();
        List<String> cases = NamedRule.all()
                .flatMap(rule -> Stream.concat(cases(rule, "broken.txt"), cases(rule, "kept.txt")))
                .flatMap(List::stream)
                .toList();
        assertThat(Compilation.compile(byTypeName(cases), classes, standIns))
                .as("the cases compile")
                .isEmpty();
        allCases = new ClassFileImporter().importPath(classes);
    }

    @Test
    void every_rule_has_a_fixture_and_every_fixture_a_rule() throws IOException {
        try (Stream<Path> folders = Files.list(FIXTURES)) {
            assertThat(folders.filter(Files::isDirectory)
                            .map(folder -> folder.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            NamedRule.all().map(NamedRule::name).collect(toCollection(TreeSet::new)));
        }
    }

    @Test
    void every_rule_gives_its_reason() {
        assertThat(NamedRule.all())
                .allSatisfy(rule -> assertThat(rule.rule().getDescription()).contains(", because "));
    }

    @TestFactory
    Stream<DynamicTest> a_rule_catches_what_breaks_it() {
        return NamedRule.all()
                .flatMap(rule -> cases(rule, "broken.txt").map(units -> {
                    String culprit = typeName(units.get(0));
                    return dynamicTest(
                            rule.name() + ": " + culprit,
                            () -> assertThat(violations(rule, units))
                                    .as("%s, given %s", rule.rule().getDescription(), units)
                                    .anySatisfy(
                                            violation -> assertThat(violation).contains(culprit)));
                }));
    }

    @TestFactory
    Stream<DynamicTest> a_rule_lets_pass_what_is_allowed() {
        return NamedRule.all()
                .flatMap(rule -> cases(rule, "kept.txt")
                        .map(units -> dynamicTest(
                                rule.name() + ": " + typeName(units.get(0)),
                                () -> assertThat(violations(rule, units)).isEmpty())));
    }

    private static List<String> violations(NamedRule rule, List<String> units) {
        List<String> names = units.stream().map(RulesBiteTest::typeName).toList();
        JavaClasses classes = allCases.that(DescribedPredicate.describe(
                "of the case",
                type -> names.contains(type.getName())
                        || names.stream().anyMatch(name -> type.getName().startsWith(name + "$"))));
        return rule.rule().evaluate(classes).getFailureReport().getDetails();
    }

    private static Stream<List<String>> cases(NamedRule rule, String file) {
        try {
            return Stream.of(Files.readString(FIXTURES.resolve(rule.name()).resolve(file))
                            .split("(?m)^-{3,}\\R"))
                    .map(RulesBiteTest::units);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> units(String text) {
        return Stream.of(text.split("(?m)^(?=(?:@\\S+ )?package )"))
                .map(String::strip)
                .filter(unit -> !unit.isEmpty())
                .toList();
    }

    private static Map<String, String> byTypeName(List<String> units) {
        return units.stream().collect(toMap(RulesBiteTest::typeName, unit -> unit));
    }

    private static String typeName(String unit) {
        return group(PACKAGE, unit) + "." + (unit.startsWith("@") ? "package-info" : group(TYPE, unit));
    }

    private static String group(Pattern pattern, String unit) {
        Matcher matcher = pattern.matcher(unit);
        assertThat(matcher.find()).as("%s occurs in%n%s", pattern, unit).isTrue();
        return matcher.group(1);
    }
}

package io.github.secures3.analysis.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.secures3.analysis.template.EstateReader;
import io.github.secures3.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the pages of {@code docs/rules} say agrees with the rules. */
class RulePagesTest {

    private static final Pattern HEADER = Pattern.compile("\\A# .*?\\n\\n(?=## )", Pattern.DOTALL);
    private static final Pattern TEMPLATE = Pattern.compile("```yaml\\n(.*?)```", Pattern.DOTALL);

    @ParameterizedTest
    @MethodSource("rules")
    void a_page_begins_with_what_the_rule_says_of_itself(Rule rule) throws IOException {
        Path page = RulePages.page(rule);
        String text = Files.readString(page);
        String expected = HEADER.matcher(text).replaceFirst(Matcher.quoteReplacement(RulePages.header(rule)));

        Golden.check(page, expected);
        assertThat(text).contains("## Why\n", "## How to put it right\n", "With the CDK", "In CloudFormation");
    }

    /** The template of a page is the reader's copy and paste: it has to satisfy the rule. */
    @ParameterizedTest
    @MethodSource("rules")
    void the_template_of_a_page_passes_its_rule(Rule rule, @TempDir Path directory) throws IOException {
        Matcher template = TEMPLATE.matcher(Files.readString(RulePages.page(rule)));

        assertThat(template.find()).isTrue();
        Path file = Files.writeString(directory.resolve("page.yaml"), template.group(1));
        assertThat(RuleSet.of(List.of(rule)).check(EstateReader.read(file))).isEmpty();
    }

    @Test
    void the_index_lists_all_rules() {
        Golden.check(RulePages.ROOT.resolve("README.md"), RulePages.index());
    }

    @Test
    void the_table_of_controls_is_that_of_the_rules() {
        Golden.check(RulePages.ROOT.resolve("controls.md"), RulePages.controls());
    }

    @Test
    void every_page_belongs_to_a_rule() throws IOException {
        try (Stream<Path> pages = Files.list(RulePages.ROOT)) {
            assertThat(pages.map(page -> page.getFileName().toString().replace(".md", ""))
                            .filter(name -> name.contains(".")))
                    .containsExactlyInAnyOrderElementsOf(
                            rules().map(rule -> rule.id().text()).toList());
        }
    }

    static Stream<Rule> rules() {
        return RuleSet.standard().rules().stream();
    }
}

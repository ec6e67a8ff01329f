package io.github.secures3.analysis.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.rules.RuleSet;
import io.github.secures3.analysis.template.EstateReader;
import io.github.secures3.analysis.template.ReadOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlReportTest {

    private static final Path CASES = Path.of("src/test/resources/io/github/secures3/analysis/report/html");
    private static final String MARKUP = "</title><script>alert(1)</script><img src=x onerror=alert(2)>\\\"'&\\u202e";

    @TempDir
    private Path directory;

    private static String page(Path template) {
        Estate estate = EstateReader.read(
                List.of(template), ReadOptions.defaults().withEnvironment("111122223333", "eu-west-1"));
        RuleSet rules = RuleSet.standard();
        return HtmlReport.render(estate, rules, rules.check(estate));
    }

    private static String showcase() {
        return page(CASES.resolve("showcase.yaml"));
    }

    private static List<String> all(String page, String pattern) {
        return Pattern.compile(pattern)
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    /** Without style sheet and rule texts, which change for reasons of their own. */
    @Test
    void draws_and_tells_who_reaches_what() throws IOException {
        String access = showcase()
                .replaceFirst("(?s)^.*(<section id=\"access\")", "$1")
                .replaceFirst("(?s)<section id=\"findings\".*$", "");

        Path golden = CASES.resolve("showcase.access.html");
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(golden, access);
        }
        assertThat(access).isEqualTo(Files.readString(golden));
    }

    /** The class stands on the picture itself, so that a rule for what is inside of such an element reaches no text. */
    @Test
    void writes_larger_in_the_picture_for_narrow_screens() {
        String page = showcase();

        assertThat(all(page, "<svg [^>]*class=\"([^\"]*)\"")).anyMatch(classes -> classes.contains("narrow-only"));
        assertThat(page).contains("svg.narrow-only text {").doesNotContain("svg .narrow-only");
    }

    @Test
    void names_what_the_keyboard_reaches() {
        assertThat(all(showcase(), "(<[a-z]+ [^>]*tabindex=\"0\"[^>]*>)"))
                .isNotEmpty()
                .allSatisfy(tag -> assertThat(tag).contains("role=\"").containsPattern("aria-label=\"[^\"]+\""));
    }

    @Test
    void is_the_same_page_in_every_locale() {
        Locale before = Locale.getDefault();
        String expected = showcase();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR-u-nu-arab"));
            assertThat(showcase()).isEqualTo(expected);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void asks_for_nothing_from_anywhere() {
        String page = showcase();

        assertThat(page).doesNotContain("<script", "<link", "<img", "<iframe", "url(", "@import", " src=");
        assertThat(all(page, "href=\"([^\"]*)\""))
                .allSatisfy(link -> assertThat(link).matches("#[a-z]+|https://github\\.com/secures3/.*"));
        assertThat(page).contains("default-src &#39;none&#39;");
    }

    @Test
    void leads_every_reference_to_an_element_of_the_page_that_is_there_once() {
        String page = showcase();
        List<String> ids = all(page, " id=\"([^\"]+)\"");
        List<String> wanted = new ArrayList<>(all(page, "href=\"#([^\"]+)\""));
        all(page, "aria-labelledby=\"([^\"]+)\"").forEach(some -> wanted.addAll(List.of(some.split(" "))));

        assertThat(ids).doesNotHaveDuplicates();
        assertThat(wanted)
                .hasSizeGreaterThan(20)
                .allSatisfy(id -> assertThat(ids).contains(id));
    }

    @Test
    void says_in_words_what_each_picture_shows() {
        assertThat(all(showcase(), "<desc[^>]*>([^<]*)</desc>"))
                .anySatisfy(words -> assertThat(words)
                        .contains(
                                "anybody, without credentials (directly) can read.",
                                "showcase/Auditor (directly) undecided: list, read, write, delete, administer."));
    }

    @Test
    void closes_what_it_opens() {
        List<String> open = new ArrayList<>();
        for (MatchResult tag : Pattern.compile("<(/?)([a-z0-9]+)[^>]*>")
                .matcher(showcase().replaceFirst("(?s)<style>.*</style>", ""))
                .results()
                .toList()) {
            if (!tag.group(1).isEmpty()) {
                assertThat(open.remove(open.size() - 1)).isEqualTo(tag.group(2));
            } else if (!tag.group(2).equals("meta")) {
                open.add(tag.group(2));
            }
        }
        assertThat(open).isEmpty();
    }

    @Test
    void shows_texts_of_templates_as_texts() throws IOException {
        Path file = Files.writeString(
                directory.resolve("hostile.json"),
                Files.readString(CASES.resolve("hostile.template.json")).replace("MARKUP", MARKUP));

        String page = page(file);

        assertThat(page)
                .doesNotContain("<script", "<img", "\u202e", "onerror=alert(2)>\"")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;", "onerror=alert(2)&gt;&quot;&#39;&amp;?");
    }

    @Test
    void has_a_page_for_templates_without_buckets() throws IOException {
        Path file = Files.writeString(
                directory.resolve("empty.json"), "{\"Resources\":{\"T\":{\"Type\":\"AWS::SNS::Topic\"}}}");

        assertThat(page(file)).contains("The templates have no general purpose bucket.");
    }
}

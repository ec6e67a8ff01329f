package io.github.secures3.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.secures3.testing.SourceTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The checks of the documentation, given pages that are wrong on purpose and pages that are right. */
class DocumentationChecksTest {

    @TempDir
    private Path directory;

    @Test
    void a_page_is_taken_apart_into_blocks_links_and_headings() {
        Page page = page("""
                # The *First* `thing`, twice
                See [one](a.md "title"), ![two](b.png) and `[not](this.md)`.
                ```java title
                [nor](that.md)
                ```
                ## The First thing, twice
                [ref]: c.md
                ~~~
                open to the end
                """);

        assertThat(page.blocks())
                .containsExactly(
                        new Page.Block("java", "[nor](that.md)", "page.md:4"),
                        new Page.Block("", "open to the end", "page.md:9"));
        assertThat(page.links()).extracting(Page.Link::target).containsExactly("a.md", "b.png", "c.md");
        assertThat(page.anchors()).containsExactly("the-first-thing-twice", "the-first-thing-twice-1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[x](absent.md)",
                "![x](absent.png)",
                "[x](#absent)",
                "[x](there.md#absent)",
                "[x](../outside.md)",
                "[x](/there.md)",
                "[x]: absent.md",
                "<img src=\"absent.svg\">"
            })
    void a_link_that_leads_nowhere_is_caught(String text) throws IOException {
        assertThat(brokenLinks(text)).singleElement().asString().startsWith("page.md:1: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[x](there.md)",
                "[x](there.md#its-heading)",
                "[x](docs/)",
                "[x](https://example.com/absent.md)",
                "[x](mailto:a@example.com)",
                "`[x](absent.md)`"
            })
    void a_link_that_leads_somewhere_passes(String text) throws IOException {
        assertThat(brokenLinks(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "```sh\nmvn install\n```",
                "```console\n$ mvn install\nBUILD SUCCESS\n```",
                "```bash\n# first\nmvn -q \\\n  install\n```"
            })
    void a_command_that_nothing_proves_is_caught(String text) {
        assertThat(commands().unproven(page(text))).singleElement().asString().contains("nothing proves 'mvn");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "```sh\nmvn verify   # all tests\n# a comment\n\ncd here\n```",
                "```console\n$ mvn verify\nBUILD SUCCESS\n```",
                "```text\nmvn install\n```"
            })
    void a_command_that_the_script_or_the_list_proves_passes(String text) {
        assertThat(commands().unproven(page(text))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<version>1.0</version>",
                "<version>2.0</version><scope>test</scope",
                "",
                "<version>${x.version}</version>"
            })
    void coordinates_that_the_pom_does_not_have_are_caught(String version) {
        assertThat(wrongCoordinates("other", version)).hasSize(1);
    }

    @Test
    void coordinates_of_the_pom_pass() {
        assertThat(wrongCoordinates("other", "<version>2.0</version><scope>test</scope>"))
                .isEmpty();
        assertThat(wrongCoordinates("own", "<version>0.1-SNAPSHOT</version>")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "int n = \"text\";",
                "new Absent(this, \"Id\");",
                "Bucket bucket = new Bucket(stack, \"A\")",
                "public final class Own { Absent absent; }",
                "// fragment\nint n = ;"
            })
    void java_that_does_not_compile_is_caught(String java) {
        assertThat(problems(java))
                .isNotEmpty()
                .allSatisfy(problem -> assertThat(problem).startsWith("page.md:2: line "));
    }

    @Test
    void an_error_names_the_line_within_the_block() {
        assertThat(problems("import java.util.List;\n\nList<String> names = List.of();\nint n = names;"))
                .singleElement()
                .asString()
                .startsWith("page.md:2: line 4: incompatible types");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "new Bucket(stack, \"A\"); new Bucket(stack, \"A\");",
                "throw new IllegalStateException(\"there is already\");",
                "public class Own extends Stack { public Own(Construct s, String id) { super(s, id); new Bucket(this, \"A\"); new Bucket(this, \"A\"); } }",
                "public class Own { public static void main(String[] args) { throw new IllegalStateException(\"there is already\"); } }"
            })
    void java_that_does_not_synthesize_is_caught(String java) {
        assertThat(problems(java)).singleElement().asString().containsIgnoringCase("there is already");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bucket bucket = new Bucket(this, \"A\");\nbucket.grantRead(new AccountPrincipal(\"111122223333\"));",
                "import java.util.List;\nList<Pattern> none = List.of();",
                "Stack stack = new Stack(app, \"Mine\");\nnew Bucket(stack, \"A\");",
                "package com.example;\n\npublic final class Own extends Stack {\n public Own(Construct scope, String id) { super(scope, id); }\n}",
                "final class First {}\npublic final class Second { First first; }",
                "// fragment\nnew Absent().build();"
            })
    void java_that_works_passes(String java) {
        assertThat(problems(java)).isEmpty();
    }

    private List<String> problems(String java) {
        return Snippet.of(page("```java\n" + java + "\n```"))
                .flatMap(snippet -> snippet.problems(directory).stream())
                .toList();
    }

    private List<String> brokenLinks(String text) throws IOException {
        Files.writeString(directory.resolve("there.md"), "# Its heading\n");
        Files.createDirectories(directory.resolve("docs"));
        return new Links(new SourceTree(directory)).broken(page(text));
    }

    private static Commands commands() {
        return new Commands("step \"x\"\nmvn --batch-mode verify\n", Map.of("cd here", "a reason"));
    }

    private static List<String> wrongCoordinates(String artifact, String version) {
        Coordinates coordinates = new Coordinates("""
                <project><groupId>g</groupId><artifactId>own</artifactId><version>0.1-SNAPSHOT</version>
                <properties><other.version>2.0</other.version></properties>
                <dependencies><dependency>
                <groupId>g</groupId><artifactId>other</artifactId><version>${other.version}</version>
                </dependency></dependencies></project>""");
        return coordinates.wrong(page("```xml\n<dependency><groupId>g</groupId><artifactId>" + artifact
                + "</artifactId>" + version + "</dependency>\n```"));
    }

    private static Page page(String text) {
        return Page.parse(Path.of("page.md"), text);
    }
}

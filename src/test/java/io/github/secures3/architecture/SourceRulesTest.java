package io.github.secures3.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.secures3.testing.SourceTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceRulesTest {

    @Nested
    class This_project {

        private final SourceRules rules = new SourceRules(SourceTree.ofThisBuild());

        @Test
        void is_what_is_checked() {
            assertThat(SourceTree.ofThisBuild().files()).contains(Path.of("pom.xml"), Path.of(".ci", "run"));
        }

        @Test
        void has_nothing_loose_at_the_top() {
            assertThat(rules.strangersAtTheTop()).isEmpty();
        }

        @Test
        void has_no_java_file_longer_than_can_be_read_at_once() {
            assertThat(rules.longJavaFiles()).isEmpty();
        }

        @Test
        void names_no_aws_account_but_those_of_the_aws_documentation() {
            assertThat(rules.accountsOtherThanExamples()).isEmpty();
        }

        @Test
        void knows_no_path_of_anybodys_machine() {
            assertThat(rules.machinePaths()).isEmpty();
        }

        @Test
        void says_of_each_public_type_since_when_it_exists() {
            assertThat(rules.publicTypesOfUnknownAge()).isEmpty();
        }
    }

    @Nested
    class A_tree_with {

        @TempDir
        private Path root;

        @Test
        void a_stranger_at_the_top_is_caught() throws IOException {
            write("notes.txt", "");
            write("scripts/release.sh", "");
            write("pom.xml", "");
            write(".editorconfig", "");
            write("target/x.txt", "");

            assertThat(rules().strangersAtTheTop()).containsExactly("notes.txt", "scripts");
        }

        @Test
        void a_java_file_of_one_line_too_many_is_caught() throws IOException {
            write("src/Long.java", "//\n".repeat(SourceRules.LONGEST_JAVA_FILE + 1));
            write("src/Fits.java", "//\n".repeat(SourceRules.LONGEST_JAVA_FILE));

            assertThat(rules().longJavaFiles()).containsExactly(Path.of("src", "Long.java") + ": more than 500 lines");
        }

        @ParameterizedTest
        @ValueSource(strings = {"arn:aws:iam::%s:root", "\"%s\"", "account %s.", "o/%s/x", "'%s'"})
        void an_account_id_is_caught(String text) throws IOException {
            String account = "9876".repeat(3);
            write("src/a.json", "{}\n" + String.format(text, account));

            assertThat(rules().accountsOtherThanExamples())
                    .containsExactly(Path.of("src", "a.json") + ":2: " + account);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "arn:aws:iam::111122223333:root",
                    "1234567890123",
                    "12345678901",
                    "0.%s",
                    "abc%s",
                    "%s.5",
                    "sha-%sff"
                })
        void a_number_that_is_no_account_id_passes(String text) throws IOException {
            write("src/a.json", String.format(text, "9876".repeat(3)));

            assertThat(rules().accountsOtherThanExamples()).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"see %shome/alice", "\"%sUsers/alice\"", "cd %swork/x", "(%stmp/x)", "%1$sroot/.m2"})
        void a_path_of_a_machine_is_caught(String text) throws IOException {
            write("docs/a.md", String.format(text, "/"));

            assertThat(rules().machinePaths()).hasSize(1);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "https://example.com/home/x",
                    "arn:aws:s3:::bucket/home/alice",
                    "role/work/x",
                    "#!/usr/bin/env bash",
                    "${prefix}/tmp/x"
                })
        void a_path_inside_something_else_passes(String text) throws IOException {
            write("docs/a.md", text);

            assertThat(rules().machinePaths()).isEmpty();
        }

        @Test
        void a_public_type_of_unknown_age_is_caught() throws IOException {
            write("src/main/java/Old.java", "/**\n * Old.\n *\n * @since 0.1\n */\npublic final class Old {}\n");
            write("src/main/java/Ageless.java", "/** Ageless. */\npublic final class Ageless {}\n");
            write("src/main/java/Hidden.java", "final class Hidden {}\n");
            write("src/test/java/Test.java", "public final class Test {}\n");

            assertThat(rules().publicTypesOfUnknownAge())
                    .containsExactly(Path.of("src", "main", "java", "Ageless.java") + ": a public type without @since");
        }

        private SourceRules rules() {
            return new SourceRules(new SourceTree(root));
        }

        private void write(String file, String text) throws IOException {
            Files.createDirectories(root.resolve(file).getParent());
            Files.writeString(root.resolve(file), text);
        }
    }
}

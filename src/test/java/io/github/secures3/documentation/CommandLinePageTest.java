package io.github.secures3.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.secures3.examples.Example;
import io.github.secures3.testing.SourceTree;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every command of docs/command-line.md runs, and prints what the page shows below it. */
class CommandLinePageTest {

    private static final Path FILE = Path.of("docs", "command-line.md");
    private static final String JAR = "java -jar target/secure-s3-constructs-0.1.0-SNAPSHOT-cli.jar ";

    private final Page page = Page.parse(FILE, SourceTree.ofThisBuild().read(FILE));

    @Test
    void commands_print_what_the_page_shows(@TempDir Path directory, @TempDir Path classes) throws Exception {
        new Example(Path.of("examples", "quickstart")).compile(classes).run(directory.resolve("cdk.out"), false);
        int compared = 0;
        String output = "";
        for (Page.Block block : page.blocks()) {
            if (block.language().equals("sh")) {
                assertThat(block.text()).as(block.place()).startsWith(JAR);
                output = run(block.text().substring(JAR.length()), directory);
            } else if (block.language().equals("text")) {
                assertThat(output).as(block.place()).contains(block.text() + "\n");
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(5);
    }

    /** In a process of its own, so that it sees the directory that a reader stands in. */
    private static String run(String arguments, Path directory) throws IOException, InterruptedException {
        for (String argument : arguments.split(" ", -1)) {
            if (argument.startsWith("src/")) {
                Path copy = directory.resolve(argument);
                Files.createDirectories(copy.getParent());
                Files.copy(Path.of(argument), copy, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                        .map(entry -> Path.of(entry).toAbsolutePath().toString())
                        .collect(Collectors.joining(File.pathSeparator)),
                "io.github.secures3.cli.SecureS3"));
        command.addAll(List.of(arguments.split(" ", -1)));
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(arguments + "\n" + output).isNotEqualTo(2);
        return output;
    }
}

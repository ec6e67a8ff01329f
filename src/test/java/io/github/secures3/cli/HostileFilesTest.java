package io.github.secures3.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every command on files that nobody should have given it. A timeout here guards against hangs; it measures nothing. */
@Timeout(120)
class HostileFilesTest {

    private static final String ASKED = "--principal anonymous --action s3:GetObject --resource Data/key";

    /** What would steer a terminal, or the reader's eye. */
    private static final String STEERING = "[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}&&[^\\n]]";

    @TempDir
    private Path directory;

    /** A place in each command where a file is named. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "explain FILE " + ASKED,
                "check FILE",
                "check GOOD --baseline FILE",
                "prove FILE",
                "prove GOOD --invariants FILE",
                "diff FILE GOOD",
                "diff GOOD FILE",
                "report FILE -o OUT",
                "compare --type identity FILE POLICY",
                "compare --type identity POLICY FILE"
            })
    void a_file_that_cannot_be_read_ends_with_2_and_one_line_that_names_it(String command) throws IOException {
        for (Path file : unreadable()) {
            Answer answer = run(command, file);
            assertThat(answer.code()).as("%s: %s", file, answer.errors()).isEqualTo(ExitCode.UNUSABLE);
            assertThat(answer.output()).as(file.toString()).isEmpty();
            assertThat(answer.errors())
                    .as(file.toString())
                    .startsWith("secure-s3: ")
                    .contains(file.toString())
                    .doesNotContain("a defect of secure-s3")
                    .matches("[^\\n]{1,600}\\n");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"evaluate --scenarios FILE", "compare --pairs FILE"})
    void lines_that_cannot_be_read_are_answered_one_by_one(String command) throws IOException {
        Path file = write(
                "lines.jsonl", "\n{\nnull\n" + "[".repeat(10_000) + "\n" + "{\"a\":".repeat(10_000) + "\n\0\u001b\n7");
        Answer answer = run(command, file);
        assertThat(answer.code()).isEqualTo(ExitCode.UNUSABLE);
        assertThat(answer.output().lines())
                .hasSize(7)
                .allSatisfy(line -> assertThat(line).startsWith("{\"error\":\"line "));
        assertThat(answer.errors()).startsWith("secure-s3: 7 of 7 lines are no ");
        Answer none = run(command, directory);
        assertThat(none.code()).isEqualTo(ExitCode.UNUSABLE);
        assertThat(none.errors()).contains("is a directory");
    }

    @ParameterizedTest
    @ValueSource(strings = {"explain FILE " + ASKED, "check FILE", "prove FILE", "diff GOOD FILE"})
    void nothing_in_a_template_steers_the_terminal(String command) {
        String evil = "\\u001b[31m\\u0007\\u202e\\u2028\\u009b";
        Path file = write("evil.json", """
            {"Resources": {
              "Data": {"Type": "AWS::S3::Bucket",
                "Properties": {"BucketName": "EVIL", "Tags": [{"Key": "EVIL", "Value": "EVIL"}]}},
              "Policy": {"Type": "AWS::S3::BucketPolicy", "Properties": {"Bucket": {"Ref": "Data"},
                "PolicyDocument": {"Version": "2012-10-17", "Statement": [
                  {"Sid": "EVIL", "Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "*",
                   "Condition": {"StringEquals": {"aws:PrincipalTag/EVIL": "EVIL"}}}]}}}}}
            """.replace("EVIL", evil));
        Answer answer = run(command, file);
        assertThat(answer.code()).isNotEqualTo(ExitCode.UNUSABLE);
        assertThat(answer.output()).isNotEmpty().doesNotContainPattern(STEERING);
        assertThat(answer.errors()).isEmpty();
    }

    @Test
    void patterns_that_make_matchers_slow_are_matched_at_once() {
        Path file = write("slow.json", """
            {"Resources": {
              "Data": {"Type": "AWS::S3::Bucket", "Properties": {"BucketName": "data"}},
              "Policy": {"Type": "AWS::S3::BucketPolicy", "Properties": {"Bucket": {"Ref": "Data"},
                "PolicyDocument": {"Version": "2012-10-17", "Statement": [
                  {"Effect": "Allow", "Principal": "*", "Action": "s3:*", "Resource": "arn:aws:s3:::data/SLOW",
                   "Condition": {"StringLike": {"aws:UserAgent": "SLOW"}}}]}}}}}
            """.replace("SLOW", "*a".repeat(300) + "b"));
        String request = "--principal anonymous --action s3:GetObject --resource Data/" + "a".repeat(900)
                + " --context aws:UserAgent=" + "a".repeat(900);
        assertThat(run("explain FILE " + request, file).output()).startsWith("DENIED (nothing allows it)");
        assertThat(run("prove FILE", file).code()).isEqualTo(ExitCode.FOUND);
    }

    private List<Path> unreadable() throws IOException {
        Path large = directory.resolve("large.json");
        try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
            file.setLength(100_000_000);
        }
        Map<String, String> texts = new TreeMap<>();
        texts.put("cut.json", "{\"Resources\": {");
        texts.put("deep.json", "[".repeat(10_000) + "]".repeat(10_000));
        texts.put("deeper.json", "{\"a\":".repeat(1_000_000));
        texts.put("deep.yaml", "a: " + "[".repeat(1_000_000));
        texts.put("twice.json", "{\"a\": 1, \"a\": 2}");
        texts.put("empty.json", "");
        texts.put("control.json", "{\"a\u001b[31m\": \"\u0007\"}");
        texts.put("list.json", "[1, 2]");
        texts.put("number.json", "1e999999999");
        List<Path> all = new ArrayList<>();
        texts.forEach((name, text) -> all.add(write(name, text)));
        all.add(large);
        all.add(directory.resolve("missing.json"));
        all.add(Files.createDirectories(directory.resolve("folder.json")));
        all.add(Files.write(directory.resolve("binary.json"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, (byte) 0xff}));
        all.add(Files.write(directory.resolve("utf16.json"), "{\"a\": 1}".getBytes(StandardCharsets.UTF_16)));
        Path loop = directory.resolve("loop.json");
        if (!Files.isSymbolicLink(loop)) {
            Files.createSymbolicLink(loop, Path.of("loop.json"));
        }
        all.add(loop);
        return all;
    }

    private Answer run(String command, Path file) {
        String good =
                write("good.yaml", "Resources: {Data: {Type: AWS::S3::Bucket}}").toString();
        String policy = write(
                        "policy.json",
                        "{\"Statement\": {\"Effect\": \"Allow\", \"Action\": \"s3:*\", \"Resource\": \"*\"}}")
                .toString();
        List<String> arguments = new ArrayList<>();
        for (String word : command.split(" ", -1)) {
            arguments.add(
                    switch (word) {
                        case "FILE" -> file.toString();
                        case "GOOD" -> good;
                        case "POLICY" -> policy;
                        case "OUT" -> directory.resolve("out").toString();
                        default -> word;
                    });
        }
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = SecureS3.run(new PrintWriter(out), new PrintWriter(err), arguments.toArray(String[]::new));
        return new Answer(code, out.toString(), err.toString().replace(System.lineSeparator(), "\n"));
    }

    private Path write(String name, String text) {
        try {
            return Files.writeString(directory.resolve(name), text);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** What a command answered. */
    private record Answer(int code, String output, String errors) {}
}

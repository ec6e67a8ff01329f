package io.github.secures3.cli;

import io.github.secures3.policy.PolicyDocument;
import io.github.secures3.policy.PolicyType;
import io.github.secures3.policy.json.PolicyReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Opens what a command reads. */
final class Inputs {

    private static final String STANDARD_INPUT = "-";

    private Inputs() {}

    /** A file of JSON lines, or standard input. */
    static Reader lines(String file) throws IOException {
        if (file.equals(STANDARD_INPUT)) {
            return new InputStreamReader(System.in, StandardCharsets.UTF_8);
        }
        requireFile(Path.of(file), "a file of JSON lines, or - for standard input");
        return new InputStreamReader(Files.newInputStream(Path.of(file)), StandardCharsets.UTF_8);
    }

    /** A bare policy document. */
    static PolicyDocument policy(Path file, PolicyType type) throws IOException {
        requireFile(file, "a policy document in JSON");
        return PolicyReader.read(file, type);
    }

    /** An empty name, such as that of a variable that is not set, would be the current directory. */
    static void requireNamed(Path target) {
        if (target.toString().isEmpty()) {
            throw new UsageException("the name of a template is empty; give a file or a directory such as cdk.out");
        }
    }

    private static void requireFile(Path file, String wanted) {
        if (!Files.exists(file)) {
            throw new UsageException("there is no file '" + file + "'; give " + wanted);
        }
        if (Files.isDirectory(file)) {
            throw new UsageException("'" + file + "' is a directory; give " + wanted);
        }
    }
}

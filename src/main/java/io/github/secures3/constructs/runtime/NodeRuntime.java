package io.github.secures3.constructs.runtime;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Node.js that the CDK runs on, asked for its version before the CDK needs it.
 *
 * <p>A CDK app in Java starts Node.js as a child process; where that fails, the first construct ends in a stack trace. Ask first, at the
 * top of {@code main}:
 *
 * <pre>{@code
 * NodeRuntime.problem().ifPresent(problem -> {
 *     System.err.println(problem);
 *     System.exit(2);
 * });
 * }</pre>
 *
 * <p>The executable is the one that jsii takes: the value of {@code JSII_NODE}, run by the shell where it holds a space, or else
 * {@code node} on the {@code PATH}. With {@code JSII_RUNTIME} set, jsii starts that program instead and nothing is checked.
 *
 * @see <a href="https://aws.github.io/jsii/user-guides/lib-user/configuration/">jsii: JSII_NODE and JSII_RUNTIME</a>
 * @see <a href="https://docs.aws.amazon.com/cdk/v2/guide/prerequisites.html">AWS CDK prerequisites</a>
 * @since 0.1
 */
public final class NodeRuntime {

    /** The oldest major version of Node.js that aws-cdk-lib accepts. */
    public static final int OLDEST_MAJOR_VERSION = 20;

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int LONGEST_ANSWER = 4096;
    private static final int LONGEST_QUOTE = 80;
    private static final Pattern VERSION = Pattern.compile("v(\\d{1,6})\\.\\d+\\.\\d+\\S*");
    private static final String INSTALL =
            "install Node.js 22 or 24 from https://nodejs.org, or set JSII_NODE to the path of its executable";

    private final Map<String, String> environment;
    private final String defaultCommand;
    private final Duration patience;

    NodeRuntime(Map<String, String> environment, String defaultCommand, Duration patience) {
        this.environment = Map.copyOf(environment);
        this.defaultCommand = defaultCommand;
        this.patience = patience;
    }

    /**
     * Starts Node.js for its version, and says in one line what keeps the CDK from running on it; empty when nothing does. Waits 30
     * seconds at most.
     */
    public static Optional<String> problem() {
        return new NodeRuntime(System.getenv(), "node", PATIENCE).find();
    }

    Optional<String> find() {
        if (!environment.getOrDefault("JSII_RUNTIME", "").isEmpty()) {
            return Optional.empty();
        }
        Process node;
        try {
            node = new ProcessBuilder(versionQuery()).redirectErrorStream(true).start();
        } catch (IOException e) {
            return Optional.of(notStarted());
        }
        try {
            return judge(node);
        } finally {
            node.descendants().forEach(ProcessHandle::destroyForcibly);
            node.destroyForcibly();
        }
    }

    private String command() {
        return environment.getOrDefault("JSII_NODE", defaultCommand);
    }

    private List<String> versionQuery() {
        String command = command();
        if (command.chars().noneMatch(Character::isWhitespace)) {
            return List.of(command, "--version");
        }
        boolean windows =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("windows");
        return windows
                ? List.of(environment.getOrDefault("COMSPEC", "cmd.exe"), "/d", "/s", "/c", command + " --version")
                : List.of("/bin/sh", "-c", command + " --version");
    }

    private String notStarted() {
        if (new File(command()).isFile()) {
            return "cannot run " + found() + ": it is a file, but no executable for this machine; " + INSTALL;
        }
        String looked = environment.containsKey("JSII_NODE")
                ? "there is no such executable"
                : "not found on the PATH (" + environment.getOrDefault("PATH", "which is not set") + ")";
        return "cannot start " + found() + ": " + looked + "; the CDK needs Node.js " + OLDEST_MAJOR_VERSION
                + " or later: " + INSTALL;
    }

    private Optional<String> judge(Process node) {
        String answer;
        int exitCode;
        try {
            node.getOutputStream().close();
            // A thread of its own, for a read from a pipe cannot be given a time limit.
            answer = CompletableFuture.supplyAsync(() -> read(node.getInputStream()), NodeRuntime::runAside)
                    .get(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (answer.length() == LONGEST_ANSWER) {
                return Optional.of(unexpected(answer));
            }
            if (!node.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return Optional.of(silent());
            }
            exitCode = node.exitValue();
        } catch (TimeoutException e) {
            return Optional.of(silent());
        } catch (IOException | ExecutionException e) {
            return Optional.of("cannot read the version of " + found() + ": " + e.getMessage() + "; " + INSTALL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("interrupted while asking " + found() + " for its version; run the app again");
        }
        return exitCode == 0 ? judge(answer) : Optional.of(failed(exitCode, answer));
    }

    private Optional<String> judge(String answer) {
        Matcher version = VERSION.matcher(answer.strip());
        if (!version.matches()) {
            return Optional.of(unexpected(answer));
        }
        if (Integer.parseInt(version.group(1)) < OLDEST_MAJOR_VERSION) {
            return Optional.of(found() + " is Node.js " + version.group() + ", but the CDK needs "
                    + OLDEST_MAJOR_VERSION + " or later; " + INSTALL);
        }
        return Optional.empty();
    }

    private String failed(int exitCode, String answer) {
        return "cannot run " + found() + ": asked for its version, it ended with exit code " + exitCode + " and said '"
                + quote(answer) + "'; " + INSTALL;
    }

    private String unexpected(String answer) {
        return found() + " does not look like Node.js: asked for its version, it said '" + quote(answer)
                + "' where a version such as v22.11.0 was expected; " + INSTALL;
    }

    private String silent() {
        return found() + " did not tell its version within " + patience.toMillis() + " ms; " + INSTALL;
    }

    private String found() {
        return "'" + command() + "'" + (environment.containsKey("JSII_NODE") ? " (from JSII_NODE)" : "");
    }

    /** The first line of an answer that somebody else's program gave, fit for one line of ours. */
    private static String quote(String answer) {
        String line = answer.strip().lines().findFirst().orElse("").replaceAll("\\p{Cntrl}", "?");
        return line.length() <= LONGEST_QUOTE ? line : line.substring(0, LONGEST_QUOTE) + "...";
    }

    private static String read(InputStream answer) {
        try (answer) {
            // One byte per character, so that the limit holds for any garbage.
            return new String(answer.readNBytes(LONGEST_ANSWER), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void runAside(Runnable task) {
        Thread thread = new Thread(task, "node-version");
        thread.setDaemon(true);
        thread.start();
    }
}

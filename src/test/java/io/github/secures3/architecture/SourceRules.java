package io.github.secures3.architecture;

import io.github.secures3.testing.SourceTree;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the text of every file keeps to. Each rule answers with its violations, as file, line and text. */
final class SourceRules {

    static final int LONGEST_JAVA_FILE = 500;

    private static final Set<String> TOP_LEVEL = Set.of(
            "pom.xml",
            "cdk.json",
            "action.yml",
            "bin",
            "README.md",
            "CHANGELOG.md",
            "SECURITY.md",
            "CONTRIBUTING.md",
            "LICENSE",
            "docs",
            "examples",
            "src");
    private static final Set<String> TEXT = Set.of(
            "java",
            "json",
            "jsonl",
            "md",
            "xml",
            "yaml",
            "yml",
            "txt",
            "properties",
            "html",
            "csv",
            "js",
            "sh",
            "mjs",
            "py",
            "svg",
            "sarif");

    /** The account ids that AWS uses in its own documentation. */
    private static final Set<String> EXAMPLE_ACCOUNTS = Set.of("111122223333", "444455556666", "123456789012");

    private static final Pattern ACCOUNT = Pattern.compile("(?<![\\w.+-])\\d{12}(?![\\w]|\\.\\d)");
    private static final Pattern MACHINE_PATH = Pattern.compile(
            "(?<![\\w./:*}$~-])/(?:home|Users|root|work|tmp|opt|mnt)/[\\w.]|\\b[A-Z]:\\\\{1,2}Users\\b");

    private final SourceTree tree;

    SourceRules(SourceTree tree) {
        this.tree = tree;
    }

    List<String> strangersAtTheTop() {
        return tree.topLevel().stream()
                .filter(name -> !name.startsWith(".") && !TOP_LEVEL.contains(name))
                .toList();
    }

    List<String> longJavaFiles() {
        return tree.files(".java").stream()
                .filter(file -> tree.read(file).lines().count() > LONGEST_JAVA_FILE)
                .map(file -> file + ": more than " + LONGEST_JAVA_FILE + " lines")
                .toList();
    }

    List<String> accountsOtherThanExamples() {
        return matches(ACCOUNT, text -> !EXAMPLE_ACCOUNTS.contains(text));
    }

    List<String> machinePaths() {
        return matches(MACHINE_PATH, text -> true);
    }

    /** Types of the library that do not say since when they exist. */
    List<String> publicTypesOfUnknownAge() {
        return tree.files(".java").stream()
                .filter(file -> file.startsWith(Path.of("src", "main", "java")))
                .filter(file -> {
                    String text = tree.read(file);
                    return Pattern.compile("(?m)^public ").matcher(text).find()
                            && !Pattern.compile("(?m)^ \\* @since \\d+\\.\\d+")
                                    .matcher(text)
                                    .find();
                })
                .map(file -> file + ": a public type without @since")
                .toList();
    }

    private List<String> matches(Pattern pattern, Predicate<String> wrong) {
        return tree.files().stream()
                .filter(SourceRules::isText)
                .flatMap(file -> matches(file, pattern, wrong))
                .toList();
    }

    private Stream<String> matches(Path file, Pattern pattern, Predicate<String> wrong) {
        List<String> found = new ArrayList<>();
        int line = 0;
        for (String text : tree.read(file).lines().toList()) {
            line++;
            for (MatchResult match : pattern.matcher(text).results().toList()) {
                if (wrong.test(match.group())) {
                    found.add(file + ":" + line + ": " + match.group());
                }
            }
        }
        return found.stream();
    }

    private static boolean isText(Path file) {
        String name = file.getFileName().toString();
        String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return TEXT.contains(extension) || !name.contains(".") || name.startsWith(".") || file.startsWith(".ci");
    }
}

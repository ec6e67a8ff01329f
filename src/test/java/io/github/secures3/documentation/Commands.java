package io.github.secures3.documentation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The command lines that the documentation tells a reader to run. */
final class Commands {

    private static final Set<String> SHELLS = Set.of("sh", "bash", "shell", "console");

    /** Options that change what a build prints, never what it does. */
    private static final Set<String> QUIET = Set.of("--batch-mode", "-B", "--no-transfer-progress", "-ntp");

    private final Set<String> proven;

    /**
     * @param script the script that runs on every change
     * @param provenElsewhere commands that it cannot run, each with the reason and what proves it instead
     */
    Commands(String script, Map<String, String> provenElsewhere) {
        this.proven = script.lines().map(Commands::normalize).collect(Collectors.toSet());
        provenElsewhere.keySet().stream().map(Commands::normalize).forEach(proven::add);
    }

    /** The commands of a page that nothing proves, each with the place of its block. */
    List<String> unproven(Page page) {
        return page.blocks().stream()
                .filter(block -> SHELLS.contains(block.language()))
                .flatMap(block -> commands(block).stream()
                        .filter(command -> !proven.contains(normalize(command)))
                        .map(command -> block.place() + ": nothing proves '" + command + "'"))
                .toList();
    }

    /** In a console block what follows a dollar sign; elsewhere each line that is no comment. */
    static List<String> commands(Page.Block block) {
        List<String> commands = new ArrayList<>();
        for (String line : block.text()
                .replaceAll("\\\\\\R\\s*", "")
                .lines()
                .map(String::strip)
                .toList()) {
            if (block.language().equals("console")) {
                if (line.startsWith("$ ")) {
                    commands.add(line.substring(2));
                }
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                commands.add(line);
            }
        }
        return commands;
    }

    private static String normalize(String command) {
        return List.of(command.replaceAll("\\s+#.*$", "").strip().split("\\s+")).stream()
                .filter(word -> !QUIET.contains(word))
                .collect(Collectors.joining(" "));
    }
}

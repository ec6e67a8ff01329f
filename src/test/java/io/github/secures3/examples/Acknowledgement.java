package io.github.secures3.examples;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Validations;
import software.constructs.IConstruct;

/**
 * A finding that stands, as a row of the table in {@code docs/cdk-nag.md} has it.
 *
 * @param rule the id of one rule
 * @param example the one example that it is about, empty for all of them
 * @param construct the path of a construct there, or the simple name of a class of constructs anywhere
 * @param reason why it stands
 */
record Acknowledgement(String rule, String example, String construct, String reason) {

    private static final String HEADER = "| Rule | Where | Reason |";
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    /** The rows of the table, one for each rule that they name. */
    static List<Acknowledgement> read(String page) {
        List<String> lines = page.lines().toList();
        int header = lines.indexOf(HEADER);
        if (header < 0) {
            throw new IllegalArgumentException("no table with the header " + HEADER);
        }
        return lines.stream()
                .skip(header + 2L)
                .takeWhile(line -> line.startsWith("|"))
                .flatMap(Acknowledgement::ofRow)
                .toList();
    }

    private static Stream<Acknowledgement> ofRow(String row) {
        String[] cells = row.split("\\|", -1);
        if (cells.length != 5) {
            throw new IllegalArgumentException("a row has three cells: " + row);
        }
        List<String> where = new ArrayList<>(codes(cells[2]));
        if (where.isEmpty() || where.size() > 2) {
            throw new IllegalArgumentException("a row names a class, or an example and a path: " + row);
        }
        String construct = where.remove(where.size() - 1);
        String example = String.join("", where);
        return codes(cells[1]).stream().map(rule -> new Acknowledgement(rule, example, construct, cells[3].strip()));
    }

    /** Marks the constructs that it is about, and nothing else; answers with their paths. */
    List<String> applyTo(App app, String exampleName) {
        if (!example.isEmpty() && !example.equals(exampleName)) {
            return List.of();
        }
        List<String> paths = new ArrayList<>();
        for (IConstruct node : app.getNode().findAll()) {
            String path = node.getNode().getPath();
            if (construct.equals(example.isEmpty() ? node.getClass().getSimpleName() : path)) {
                mark(node, rule, reason);
                paths.add(path);
            }
        }
        return paths;
    }

    /** The form in which the CDK stores the acknowledgement of a plain id, the only one that stays with the construct. */
    static void mark(IConstruct construct, String rule, String reason) {
        construct
                .getNode()
                .addMetadata(Validations.ACKNOWLEDGED_RULES_METADATA_KEY, Map.of("Annotation::" + rule, reason));
    }

    /** Whether it is about a finding, given the paths that it was applied to. */
    boolean covers(NagFinding finding, List<String> paths) {
        return finding.rule().equals(rule)
                && paths.stream().anyMatch(path -> (finding.path() + "/").startsWith(path + "/"));
    }

    private static List<String> codes(String cell) {
        return CODE.matcher(cell)
                .results()
                .map(MatchResult::group)
                .map(code -> code.substring(1, code.length() - 1))
                .toList();
    }
}

package io.github.secures3.analysis.rules;

import static java.util.stream.Collectors.joining;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The parts of the documentation that follow from the rules themselves. */
final class RulePages {

    static final Path ROOT = Path.of("docs/rules");

    private RulePages() {}

    static Path page(Rule rule) {
        return ROOT.resolve(rule.id() + ".md");
    }

    /** How the page of a rule begins. */
    static String header(Rule rule) {
        StringBuilder header = new StringBuilder("# " + rule.id() + "\n\n" + rule.title() + ".\n\n");
        header.append("| | |\n|---|---|\n");
        header.append("| severity | ").append(rule.severity().text()).append(" |\n");
        header.append("| AWS | <").append(rule.profile().page()).append("> |\n");
        for (Framework framework : Framework.values()) {
            List<String> ids = ids(rule, framework);
            if (!ids.isEmpty()) {
                header.append("| ")
                        .append(framework.text())
                        .append(" | ")
                        .append(String.join(", ", ids))
                        .append(" |\n");
            }
        }
        if (!rule.profile().optOuts().isEmpty()) {
            header.append("| explained by | ")
                    .append(rule.profile().optOuts().stream()
                            .sorted()
                            .map(name -> "`" + name + "`")
                            .collect(joining(", ")))
                    .append(" |\n");
        }
        return header.append('\n').toString();
    }

    /** The list of all rules. */
    static String index() {
        StringBuilder index = new StringBuilder("""
            # Rules

            `secure-s3 check` holds templates against these rules. Each page says what the rule finds, why that matters and how to put it right, with
            the CDK and in plain CloudFormation. [Rules and controls](controls.md) shows which controls of which catalog each rule covers.

            An error fails `check` and [the synthesis](../validation.md), a warning does so with `--fail-on warning`, a note never. A rule that meets a
            value which only the deployment knows answers with a finding that says so: it is undecided, and never passes silently.

            ## Accept a finding

            - A warning that is meant: [acknowledge it](../validation.md#acknowledge-a-finding) on the construct, or under `Metadata` of the resource in
              [the template](acknowledgement.complete.md), with a reason. It becomes a note; so does what the opt-out of a secure construct gives up.
            - An error, or what you cannot change in the template: an entry in [a baseline](../command-line.md#check-all-rules), with a reason and a last
              day.
            - A rule that nobody needs in an app: [`leaveOut`](../validation.md#choose), with a reason.

            ## All rules

            | rule | severity | what should be so |
            |---|---|---|
            """);
        for (Rule rule : RuleSet.standard().rules()) {
            index.append("| [").append(rule.id()).append("](").append(rule.id()).append(".md) | ");
            index.append(rule.severity().text())
                    .append(" | ")
                    .append(rule.title())
                    .append(" |\n");
        }
        return index.toString();
    }

    /** Which controls each rule covers. */
    static String controls() {
        StringBuilder page = new StringBuilder("""
            # Rules and controls

            Written by the rules themselves. Requirements of CIS, NIST and PCI DSS are those that AWS relates to the Security Hub control; those of
            HIPAA are the ones that cdk-nag relates to its rules.

            ## By rule

            """);
        List<Framework> columns = List.of(
                Framework.SECURITY_HUB,
                Framework.CIS_AWS_FOUNDATIONS,
                Framework.NIST_800_53_R5,
                Framework.PCI_DSS,
                Framework.HIPAA);
        page.append("| rule | ")
                .append(columns.stream().map(Framework::text).collect(joining(" | ")))
                .append(" |\n|---|")
                .append("---|".repeat(columns.size()))
                .append('\n');
        for (Rule rule : RuleSet.standard().rules()) {
            page.append("| [").append(rule.id()).append("](").append(rule.id()).append(".md) | ");
            page.append(columns.stream()
                            .map(framework -> String.join(", ", ids(rule, framework)))
                            .collect(joining(" | ")))
                    .append(" |\n");
        }
        for (Framework framework : Framework.values()) {
            if (framework != Framework.NIST_800_53_R5
                    && framework != Framework.HIPAA
                    && framework != Framework.PCI_DSS) {
                page.append(byControl(framework));
            }
        }
        page.append("\n## Not covered\n\n| catalog | control | why |\n|---|---|---|\n");
        UncoveredControl.all()
                .forEach(each -> page.append("| ")
                        .append(each.control().framework().text())
                        .append(" | ")
                        .append(each.control().id())
                        .append(" | ")
                        .append(each.reason())
                        .append(" |\n"));
        return page.toString();
    }

    private static String byControl(Framework framework) {
        StringBuilder table = new StringBuilder("\n## " + framework.text() + "\n\n| control | rules |\n|---|---|\n");
        RuleSet.standard().rules().stream()
                .flatMap(rule -> ids(rule, framework).stream())
                .distinct()
                .sorted(RulePages::naturally)
                .forEach(id -> table.append("| ")
                        .append(id)
                        .append(" | ")
                        .append(RuleSet.standard().rules().stream()
                                .filter(rule -> rule.controls().contains(new Control(framework, id)))
                                .map(rule -> "[" + rule.id() + "](" + rule.id() + ".md)")
                                .collect(joining(", ")))
                        .append(" |\n"));
        return table.toString();
    }

    static List<String> ids(Rule rule, Framework framework) {
        return rule.controls().stream()
                .filter(control -> control.framework() == framework)
                .map(Control::id)
                .sorted(RulePages::naturally)
                .toList();
    }

    /** Numbers by their value, so that S3.9 comes before S3.10. */
    static int naturally(String one, String other) {
        return Arrays.compare(padded(one), padded(other));
    }

    private static String[] padded(String id) {
        return Arrays.stream(id.split("(?<=\\D)(?=\\d)|(?<=\\d)(?=\\D)"))
                .map(part ->
                        Character.isDigit(part.charAt(0)) ? "0".repeat(Math.max(0, 9 - part.length())) + part : part)
                .toArray(String[]::new);
    }
}

package io.github.secures3.analysis.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.secures3.analysis.finding.Finding;
import io.github.secures3.analysis.template.EstateReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of replication, bound to the accounts and Regions that it is written for. */
class ReplicationExampleTest {

    private static final Path EXPECTED = Path.of("examples/replication/expected");
    private static final String SOURCE = "aws://111122223333/eu-west-1";

    @TempDir
    Path assembly;

    @Test
    void replicates_within_one_account() throws IOException {
        assertThat(findings(Map.of("Reports", SOURCE, "ReportsCopy", "aws://111122223333/eu-central-1")))
                .isEmpty();
    }

    @Test
    void replicates_into_another_account_whatever_its_organization() throws IOException {
        assertThat(findings(Map.of("Ledger", SOURCE, "LedgerVault", "aws://444455556666/eu-central-1")))
                .allSatisfy(finding -> assertThat(finding.evidence())
                        .singleElement()
                        .satisfies(evidence -> assertThat(evidence.text())
                                .isEqualTo("the context key aws:PrincipalOrgID is not given")));
    }

    @Test
    void does_not_replicate_where_the_vault_trusts_another_account() throws IOException {
        Map<String, String> environments =
                Map.of("Ledger", "aws://123456789012/eu-west-1", "LedgerVault", "aws://444455556666/eu-central-1");

        assertThat(findings(environments))
                .anySatisfy(finding -> assertThat(finding.message()).contains("may not s3:ReplicateObject"));
    }

    private List<Finding> findings(Map<String, String> environments) throws IOException {
        for (String stack : environments.keySet()) {
            Files.copy(EXPECTED.resolve(stack + ".template.json"), assembly.resolve(stack + ".template.json"));
        }
        String artifacts = environments.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(stack -> "\"" + stack.getKey() + "\": {\"type\": \"aws:cloudformation:stack\", \"environment\": \""
                        + stack.getValue() + "\", \"properties\": {\"templateFile\": \"" + stack.getKey()
                        + ".template.json\"}}")
                .collect(Collectors.joining(",\n"));
        Files.writeString(assembly.resolve("manifest.json"), "{\"artifacts\": {" + artifacts + "}}");
        return RuleSet.standard().check(EstateReader.read(assembly)).stream()
                .filter(finding -> finding.rule().text().startsWith("replication."))
                // The alarms on the lag stand in a stack that is not among these.
                .filter(finding -> !finding.rule().text().equals("replication.alarms"))
                .toList();
    }
}

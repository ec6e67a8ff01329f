package io.github.secures3.cli;

import io.github.secures3.analysis.evaluate.Organization;
import io.github.secures3.analysis.prove.Assumptions;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is known about the organization of the accounts. */
final class OrganizationOptions {

    @Option(names = "--organization", paramLabel = "ID", description = "The organization, such as o-exampleorgid.")
    private @Nullable String organization;

    @Option(names = "--management-account", paramLabel = "ID", description = "Its management account.")
    private @Nullable String managementAccount;

    @Option(names = "--member", paramLabel = "ID", description = "One of its member accounts; repeatable.")
    private List<String> members = new ArrayList<>();

    @Option(
            names = "--within",
            paramLabel = "ID",
            description = "A root or organizational unit above the accounts, for policies attached to it; repeatable.")
    private List<String> within = new ArrayList<>();

    /** The organization, or null where none is given. */
    @Nullable
    Organization organization() {
        String id = organization;
        if (id == null) {
            if (managementAccount != null || !members.isEmpty()) {
                throw new UsageException(
                        "--management-account and --member need --organization, such as o-exampleorgid");
            }
            return null;
        }
        if (!Organization.isId(id)) {
            throw new UsageException("--organization '" + id + "' is no organization id; write it as o-exampleorgid");
        }
        if (managementAccount != null) {
            DeploymentOptions.requireAccount("--management-account", managementAccount);
        }
        members.forEach(member -> DeploymentOptions.requireAccount("--member", member));
        return Organization.of(id, managementAccount, members.isEmpty() ? null : members);
    }

    /** What proofs take for granted: the organization, and nothing else beyond the templates. */
    Assumptions assumptions() {
        return new Assumptions(organization(), within, false, Assumptions.DEFAULT_STEPS);
    }

    /** The roots and organizational units above the accounts. */
    List<String> within() {
        return within;
    }
}

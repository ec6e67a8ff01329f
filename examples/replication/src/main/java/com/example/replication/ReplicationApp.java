package com.example.replication;

import io.github.secures3.analysis.evaluate.Organization;
import io.github.secures3.analysis.report.ProtectionSummary;
import io.github.secures3.constructs.runtime.NodeRuntime;
import io.github.secures3.constructs.validation.SecureS3Validation;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Environment;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.Validations;

/** Synthesizes two replications, one within an account and one across accounts, and tells how their buckets are protected. */
public final class ReplicationApp {

    /** The account that the data belongs to. */
    static final String DATA_ACCOUNT = "111122223333";

    /** An account that nobody of the data account can change. */
    static final String VAULT_ACCOUNT = "444455556666";

    static final String IRELAND = "eu-west-1";
    static final String FRANKFURT = "eu-central-1";

    private ReplicationApp() {}

    /** Writes the templates into {@code cdk.out}, or where the CDK command line asks for them. */
    public static void main(String[] args) {
        Optional<String> problem = NodeRuntime.problem();
        if (problem.isPresent()) {
            System.err.println(problem.get());
            System.exit(1);
        }
        App app = new App(AppProps.builder()
                .outdir(Optional.ofNullable(System.getenv("CDK_OUTDIR")).orElse("cdk.out"))
                .context(Map.of("@aws-cdk/core:validateAgainstDefaultRules", true))
                .build());
        Organization organization = Organization.of("o-exampleorgid", null, List.of(DATA_ACCOUNT, VAULT_ACCOUNT));
        Validations.of(app)
                .addPlugins(SecureS3Validation.Builder.create()
                        .organization(organization)
                        .build());
        addStacks(app);
        Path assembly = Path.of(app.synth().getDirectory());
        System.out.print(ProtectionSummary.of(assembly).render());
    }

    /** Apart from {@code main}, so that a test can put the same stacks into an app of its own. */
    static void addStacks(App app) {
        ReportsCopyStack copy = new ReportsCopyStack(app, "ReportsCopy", in(DATA_ACCOUNT, FRANKFURT));
        new ReportsStack(app, "Reports", in(DATA_ACCOUNT, IRELAND), copy.reports());

        // The next three could lie in three repositories: they share names, and nothing else.
        new LedgerVaultStack(app, "LedgerVault", in(VAULT_ACCOUNT, FRANKFURT));
        WatchStack watch = new WatchStack(app, "LedgerWatch", in(DATA_ACCOUNT, FRANKFURT));
        new LedgerStack(app, "Ledger", in(DATA_ACCOUNT, IRELAND), watch);
    }

    private static StackProps in(String account, String region) {
        return StackProps.builder()
                .env(Environment.builder().account(account).region(region).build())
                .build();
    }
}

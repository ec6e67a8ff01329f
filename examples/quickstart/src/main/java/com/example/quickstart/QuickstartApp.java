package com.example.quickstart;

import io.github.secures3.analysis.report.InvariantSummary;
import io.github.secures3.analysis.report.ProtectionSummary;
import io.github.secures3.constructs.runtime.NodeRuntime;
import io.github.secures3.constructs.validation.SecureS3Validation;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Validations;

/** Synthesizes the quickstart stack, tells how its buckets are protected, and proves what should hold for them. */
public final class QuickstartApp {

    private QuickstartApp() {}

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
        Validations.of(app).addPlugins(new SecureS3Validation());
        addStacks(app);
        Path assembly = Path.of(app.synth().getDirectory());
        System.out.println(ProtectionSummary.of(assembly).render());
        System.out.print(InvariantSummary.of(assembly).render());
    }

    /** Apart from {@code main}, so that a test can put the same stacks into an app of its own. */
    static void addStacks(App app) {
        new QuickstartStack(app, "Quickstart");
    }
}

package com.example.accesspoints;

import io.github.secures3.analysis.report.ProtectionSummary;
import io.github.secures3.constructs.runtime.NodeRuntime;
import io.github.secures3.constructs.validation.SecureS3Validation;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Environment;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.Validations;

/** Synthesizes the stack of a platform team and those of two application teams, which would live in projects of their own. */
public final class AccessPointsApp {

    static final String PLATFORM_ACCOUNT = "111122223333";
    static final String PARTNER_ACCOUNT = "444455556666";
    static final String REGION = "eu-west-1";

    /** All that an application team is told, beside the account that owns it. */
    static final String BUCKET = "example-data-lake";

    private AccessPointsApp() {}

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
        System.out.print(ProtectionSummary.of(assembly).render());
    }

    /** Apart from {@code main}, so that a test can put the same stacks into an app of its own. */
    static void addStacks(App app) {
        new PlatformStack(app, "Platform", in(PLATFORM_ACCOUNT));
        new ReportingStack(app, "Reporting", in(PLATFORM_ACCOUNT));
        new ForecastStack(app, "Forecast", in(PARTNER_ACCOUNT));
    }

    private static StackProps in(String account) {
        return StackProps.builder()
                .env(Environment.builder().account(account).region(REGION).build())
                .build();
    }
}

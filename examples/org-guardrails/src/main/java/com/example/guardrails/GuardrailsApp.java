package com.example.guardrails;

import io.github.secures3.constructs.runtime.NodeRuntime;
import io.github.secures3.constructs.validation.SecureS3Validation;
import java.util.Map;
import java.util.Optional;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Validations;

/** Synthesizes the guardrails of an organization and tells how full its policies are. */
public final class GuardrailsApp {

    private GuardrailsApp() {}

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
        GuardrailsStack stack = stack(app);
        app.synth();
        System.out.print(stack.report());
    }

    /** Apart from {@code main}, so that a test can put the same stacks into an app of its own. */
    static void addStacks(App app) {
        stack(app);
    }

    private static GuardrailsStack stack(App app) {
        return new GuardrailsStack(app, "Guardrails");
    }
}

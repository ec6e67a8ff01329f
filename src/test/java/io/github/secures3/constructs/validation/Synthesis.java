package io.github.secures3.constructs.validation;

import io.github.secures3.testing.Synthesized;
import io.github.secures3.testing.ValidationReport;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.Acknowledgment;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Validations;
import software.constructs.IConstruct;

/**
 * What came of the synthesis of an app, with the CDK's own words about it in a file and not on the console, as its command line has them.
 *
 * @param passed whether it ended well
 * @param report what the CDK reported
 */
record Synthesis(boolean passed, ValidationReport report) {

    private static final String FAILS_BY_ITSELF = "@aws-cdk/core:failSynthOnValidationErrors";

    /** An app that leaves it to the CDK's command line to fail. */
    static App app() {
        return app(Map.of());
    }

    /** The same with more context. */
    static App app(Map<String, ?> context) {
        Map<String, Object> all = new TreeMap<>(context);
        all.put(FAILS_BY_ITSELF, false);
        return Synthesized.app(all);
    }

    /** Synthesizes an app under this validation. */
    static Synthesis of(App app, SecureS3Validation validation) {
        Validations.of(app).addPlugins(validation);
        return of(app);
    }

    /** Synthesizes an app. */
    static Synthesis of(App app) {
        app.synth();
        ValidationReport report = ValidationReport.of(Path.of(app.getOutdir()));
        return new Synthesis(report.conclusions().stream().noneMatch("failure"::equals), report);
    }

    /** The findings, each as severity and name. */
    List<String> found() {
        return report.entries().stream()
                .map(entry -> entry.severity() + " " + entry.rule())
                .toList();
    }

    /** The one finding whose name begins so. */
    ValidationReport.Entry only(String rule) {
        List<ValidationReport.Entry> all = report.entries().stream()
                .filter(entry -> entry.rule().startsWith(rule))
                .toList();
        if (all.size() != 1) {
            throw new AssertionError("one finding of " + rule + " was expected among " + found());
        }
        return all.get(0);
    }

    static void acknowledge(IConstruct construct, String id, String reason) {
        Validations.of(construct)
                .acknowledge(Acknowledgment.builder().id(id).reason(reason).build());
    }
}

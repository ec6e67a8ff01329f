package io.github.secures3.constructs.validation;

import io.github.secures3.analysis.evaluate.Organization;
import io.github.secures3.analysis.evaluate.estate.UnknownNameException;
import io.github.secures3.analysis.finding.Finding;
import io.github.secures3.analysis.finding.RuleId;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.Acknowledgement;
import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.rules.AcknowledgedRule;
import io.github.secures3.analysis.rules.FailOn;
import io.github.secures3.analysis.template.EstateReader;
import io.github.secures3.analysis.template.TemplateException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.App;
import software.amazon.awscdk.IPolicyValidationContext;
import software.amazon.awscdk.IPolicyValidationPlugin;
import software.amazon.awscdk.PolicyValidationPluginReport;
import software.amazon.awscdk.PolicyViolation;

/**
 * Holds what an app synthesizes against the rules of this library, as {@code secure-s3 check} does.
 *
 * <pre>{@code
 * Validations.of(app).addPlugins(new SecureS3Validation());
 * }</pre>
 *
 * <p>All templates of the app are read as one estate, whatever accounts and Regions they go to. Errors fail the synthesis; warnings are shown; notes are left
 * to {@code check}. A rule that cannot be decided counts with the severity of the rule.
 *
 * <p>{@code Validations.of(construct).acknowledge} with the id of a rule and a reason makes its findings notes, for that construct and all in it. It does
 * not lift an error; a baseline does, until a day.
 *
 * @see <a href="https://docs.aws.amazon.com/cdk/v2/guide/policy-validation-synthesis.html">Policy validation at synthesis time</a>
 * @since 0.1
 */
public final class SecureS3Validation implements IPolicyValidationPlugin {

    private final ValidationSettings settings;
    private @Nullable CheckedAssembly checked;

    /** The templates that were asked about since the assembly was checked: the CDK asks about each once in a synthesis. */
    private final Set<Path> answered = new HashSet<>();

    /** Fails on errors, accepts nothing, leaves out nothing. */
    public SecureS3Validation() {
        this(new ValidationSettings());
    }

    private SecureS3Validation(ValidationSettings settings) {
        this.settings = settings;
    }

    /** The name in reports, {@code SecureS3}. */
    @Override
    public String getName() {
        return AcknowledgedRule.PLUGIN;
    }

    /**
     * What is found in the templates that the CDK asks about, with all of the app in view. That a template, a baseline or a file of invariants cannot be
     * read is a finding that fails the synthesis: exceptions of plugins are lost under the CDK's command line.
     */
    @Override
    public PolicyValidationPluginReport validate(IPolicyValidationContext context) {
        try {
            return report((App) context.getAppConstruct(), templates(context));
        } catch (TemplateException | UnknownNameException | UncheckedIOException unusable) {
            return failed(String.valueOf(unusable.getMessage()));
        } catch (RuntimeException | StackOverflowError defect) {
            return failed("this is a defect of the library, please report it: " + defect);
        }
    }

    private PolicyValidationPluginReport failed(String why) {
        answered.clear();
        checked = null;
        return PolicyValidationPluginReport.builder()
                .success(false)
                .violations(List.of(Violations.notChecked(why)))
                .build();
    }

    private static List<Path> templates(IPolicyValidationContext context) {
        return context.getTemplatePaths().stream()
                .map(Path::of)
                .map(CheckedAssembly::real)
                .toList();
    }

    /** The CDK asks once for each account and Region. Nothing but the same estate, of which it asks about other templates, is the same synthesis. */
    private PolicyValidationPluginReport report(App app, List<Path> templates) {
        Estate estate = read(app);
        CheckedAssembly known = checked;
        boolean goesOn = known != null
                && known.estate().equals(estate)
                && templates.stream().noneMatch(answered::contains);
        if (known == null || !goesOn) {
            answered.clear();
            known = CheckedAssembly.of(estate, settings);
            checked = known;
        }
        answered.addAll(templates);
        return report(known, templates, !goesOn);
    }

    /** What is about no template at all is told the first time. */
    private PolicyValidationPluginReport report(CheckedAssembly known, List<Path> templates, boolean first) {
        known.require(templates);
        Violations violations = new Violations(known, settings.failOn);
        List<Finding> shown = known.findings().stream()
                .filter(finding -> settings.notesReported || finding.severity().isAtLeast(Severity.WARNING))
                .filter(finding -> known.isIn(templates, finding)
                        || (first && known.stackOf(finding).isEmpty()))
                .toList();
        List<PolicyViolation> reported = shown.stream().map(violations::of).toList();
        return PolicyValidationPluginReport.builder()
                .success(shown.stream().noneMatch(violations::fails))
                .violations(reported)
                .metadata(leftOut())
                .build();
    }

    private Map<String, String> leftOut() {
        Map<String, String> metadata = new LinkedHashMap<>();
        for (Map.Entry<RuleId, String> rule : settings.leftOut.entrySet()) {
            metadata.put("left out: " + rule.getKey(), rule.getValue());
        }
        return metadata;
    }

    private Estate read(App app) {
        List<Path> assembly = List.of(Path.of(app.getOutdir()));
        Estate estate = EstateReader.read(assembly, settings.reading());
        settings.requireParametersOf(estate);
        Map<String, List<Acknowledgement>> around = new SurroundingAcknowledgements(app).of(estate);
        return around.isEmpty()
                ? estate
                : EstateReader.read(assembly, settings.reading().withAcknowledged(around));
    }

    /** Says what is to fail the synthesis and what not. */
    public static final class Builder {

        private final ValidationSettings settings = new ValidationSettings();

        private Builder() {}

        /** Starts with what the constructor gives. */
        public static Builder create() {
            return new Builder();
        }

        /** From which findings on the synthesis fails. By default from errors on. */
        public Builder failOn(FailOn findings) {
            settings.failOn = Objects.requireNonNull(findings, "findings");
            return this;
        }

        /** Reports notes too, acknowledged findings among them. By default they are left to {@code secure-s3 check}. */
        public Builder reportNotes() {
            settings.notesReported = true;
            return this;
        }

        /** A file of findings that are accepted, each with a reason and a last day. By default none is. */
        public Builder baseline(Path file) {
            settings.baseline = Objects.requireNonNull(file, "file");
            return this;
        }

        /** The day for which entries of the baseline count. By default today. */
        public Builder today(LocalDate day) {
            settings.today = Objects.requireNonNull(day, "day");
            return this;
        }

        /**
         * Leaves out a rule in the whole app; the reason stands in the CDK's report.
         *
         * @throws IllegalArgumentException if there is no such rule, or no reason
         */
        public Builder leaveOut(String rule, String reason) {
            settings.leaveOut(rule, reason);
            return this;
        }

        /** A file of invariants, which hold or are errors; repeatable. By default none is stated. */
        public Builder invariants(Path file) {
            settings.invariants.add(Objects.requireNonNull(file, "file"));
            return this;
        }

        /**
         * Values of template parameters, by name, or by {@code stack.name} for one stack alone, which wins. By default parameters have their
         * defaults, and one without is unknown. A parameter that no template has fails the synthesis.
         */
        public Builder parameters(Map<String, String> values) {
            settings.parameters = Map.copyOf(values);
            return this;
        }

        /**
         * The organization of the accounts, and the roots and units above them, such as {@code r-ab12}. By default nothing is known about one, so that
         * some questions stay undecided.
         */
        public Builder organization(Organization of, String... rootsAndUnits) {
            settings.organization = Objects.requireNonNull(of, "of");
            settings.within = List.of(rootsAndUnits);
            return this;
        }

        /** The validation, to be added with {@code Validations.of(app).addPlugins}. */
        public SecureS3Validation build() {
            return new SecureS3Validation(settings.copy());
        }
    }
}

package io.github.secures3.cli;

import io.github.secures3.analysis.evaluate.Organization;
import io.github.secures3.analysis.evaluate.estate.EstateNames;
import io.github.secures3.analysis.model.Bucket;
import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.prove.Assumptions;
import io.github.secures3.analysis.prove.Invariant;
import io.github.secures3.analysis.prove.InvariantException;
import io.github.secures3.analysis.prove.InvariantReader;
import io.github.secures3.analysis.prove.NamedInvariant;
import io.github.secures3.analysis.prove.Proof;
import io.github.secures3.analysis.prove.Prover;
import io.github.secures3.analysis.prove.StandardInvariants;
import io.github.secures3.analysis.prove.StatedInvariant;
import io.github.secures3.analysis.report.VerdictJsonRenderer;
import io.github.secures3.analysis.report.VerdictMarkdownRenderer;
import io.github.secures3.analysis.report.VerdictTextRenderer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Proves invariants of the buckets of templates, or refutes them with requests. */
@Command(
        name = "prove",
        description = "Proves invariants about all requests to each bucket, or shows a request that breaks them.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Without --invariant and --invariants, what should hold for every bucket is proved: no plain HTTP, no TLS",
            "below 1.2, no anonymous access, nobody outside the organization or account, no keys that callers provide.",
            "",
            "Exit codes: 0 all proved, 1 something refuted, 2 bad usage or unreadable input, 3 nothing refuted, but",
            "something undecided.",
            "",
            "Examples:",
            "  secure-s3 prove cdk.out",
            "  secure-s3 prove cdk.out --bucket Data --invariant no-tls-below:1.3",
            "  secure-s3 prove cdk.out --invariant only-read-by:principals=Reader,prefix=reports/",
            "  secure-s3 prove cdk.out --invariants invariants.yaml --organization o-exampleorgid"
        })
final class ProveCommand implements Callable<Integer> {

    /** How verdicts are written. */
    enum Format {
        TEXT,
        MARKDOWN,
        JSON
    }

    @Mixin
    private final TemplateOptions templates = new TemplateOptions();

    @Option(
            names = "--invariant",
            paramLabel = "NAME[:PARAMETERS]",
            description = "An invariant by name, with PARAMETER=VALUE,... or one value behind a colon; repeatable.")
    private List<String> named = new ArrayList<>();

    @Option(
            names = "--invariants",
            paramLabel = "FILE",
            description = "Invariants in YAML or JSON, your own or those by name; repeatable.")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = "--bucket",
            paramLabel = "NAME",
            description = "Only this bucket, by logical id, construct path or name; repeatable.")
    private List<String> buckets = new ArrayList<>();

    @Mixin
    private final OrganizationOptions organization = new OrganizationOptions();

    @Option(
            names = "--closed-account",
            description = "The owner's account has no identities but those in the templates.")
    private boolean closedAccount;

    @Option(names = "--format", paramLabel = "FORMAT", description = "text (default), markdown or json.")
    private Format format = Format.TEXT;

    @Option(
            names = "--steps",
            paramLabel = "NUMBER",
            description = "How many steps a question may take before it stays undecided; 100000000 unless given.")
    private long steps = Assumptions.DEFAULT_STEPS;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (steps < 1) {
            throw new UsageException("--steps is " + steps + "; give at least 1");
        }
        Estate estate = templates.read();
        EstateNames names = EstateNames.of(estate);
        List<Bucket> chosen = buckets.isEmpty()
                ? estate.buckets()
                : buckets.stream().map(names::bucket).distinct().toList();
        List<StatedInvariant> stated = stated(names);
        Organization known = organization.organization();
        Prover prover = Prover.of(estate, assumptions(known));
        List<Proof> proofs =
                stated.isEmpty() ? StandardInvariants.prove(prover, chosen, known) : Proof.of(prover, chosen, stated);
        spec.commandLine().getOut().print(written(proofs, prover.assumptions()));
        return exitCode(proofs, estate);
    }

    private List<StatedInvariant> stated(EstateNames names) {
        List<StatedInvariant> stated = new ArrayList<>();
        for (String statement : named) {
            stated.add(StatedInvariant.aboutAll(invariant(statement, names)));
        }
        for (Path file : files) {
            stated.addAll(InvariantReader.read(file, names));
        }
        return stated;
    }

    private static Invariant invariant(String statement, EstateNames names) {
        try {
            return NamedInvariant.parse(statement, names);
        } catch (InvariantException e) {
            throw new UsageException("--invariant '" + statement + "': " + e.getMessage());
        }
    }

    private Assumptions assumptions(@Nullable Organization known) {
        return new Assumptions(known, organization.within(), closedAccount, steps);
    }

    private String written(List<Proof> proofs, List<String> taken) {
        return switch (format) {
            case TEXT -> VerdictTextRenderer.render(proofs, taken);
            case MARKDOWN -> VerdictMarkdownRenderer.render(proofs, taken);
            case JSON -> VerdictJsonRenderer.render(proofs, taken);
        };
    }

    /** Where a template is missing, there may be buckets that nobody has seen. */
    private static int exitCode(List<Proof> proofs, Estate estate) {
        if (proofs.stream().anyMatch(proof -> proof.verdict().isRefuted())) {
            return ExitCode.FOUND;
        }
        boolean all = proofs.stream().allMatch(proof -> proof.verdict().isProved());
        return all && (!proofs.isEmpty() || estate.gaps().isEmpty()) ? ExitCode.CLEAN : ExitCode.UNDECIDED;
    }
}

package io.github.secures3.cli;

import io.github.secures3.analysis.evaluate.scenario.PolicyPair;
import io.github.secures3.analysis.evaluate.scenario.PolicyPairReader;
import io.github.secures3.analysis.prove.Assumptions;
import io.github.secures3.analysis.prove.PolicyComparison;
import io.github.secures3.analysis.prove.PolicyComparison.Result;
import io.github.secures3.analysis.prove.pairs.ComparisonAnswerWriter;
import io.github.secures3.analysis.prove.pairs.ComparisonRun;
import io.github.secures3.analysis.report.ComparisonRenderer;
import io.github.secures3.policy.PolicyDocument;
import io.github.secures3.policy.PolicyType;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Compares bare policy documents: what does the second allow that the first does not? */
@Command(
        name = "compare",
        description = "Says whether HEAD allows a request that BASE does not, and shows one.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Both are bare policy documents in JSON. One allows a request that some statement allows and none denies;",
            "resource control policies, and service control policies that only deny, stand beside full access.",
            "A pair: {\"name\": \"reports\", \"type\": \"identity\", \"base\": {...}, \"head\": {...}}",
            "",
            "Exit codes: 0 no new access, 1 new access, 2 bad usage or unreadable input, 3 undecided;",
            "with --pairs 0 where every line is answered, 2 where one is no pair.",
            "",
            "Examples:",
            "  secure-s3 compare --type resource before.json after.json",
            "  secure-s3 compare --type identity before.json after.json --format json",
            "  secure-s3 compare --pairs pairs.jsonl"
        })
final class CompareCommand implements Callable<Integer> {

    /** How an answer is written. */
    enum Format {
        TEXT,
        JSON
    }

    @Option(
            names = "--type",
            paramLabel = "TYPE",
            description = "identity, resource, scp, rcp or endpoint; for pairs, the type of those that name none.")
    private @Nullable String type;

    @Parameters(arity = "0..2", paramLabel = "BASE HEAD", description = "The policy that stands, and the one to come.")
    private List<Path> documents = new ArrayList<>();

    @Option(
            names = "--pairs",
            paramLabel = "FILE",
            description = "Pairs of policies as JSON lines, instead of BASE and HEAD; - reads standard input.")
    private @Nullable String pairs;

    @Option(names = "--format", paramLabel = "FORMAT", description = "text (default) or json; pairs are always json.")
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
    public Integer call() throws IOException {
        if (steps < 1) {
            throw new UsageException("--steps is " + steps + "; give at least 1");
        }
        String file = pairs;
        PolicyType named = typeNamed();
        if (file != null) {
            if (!documents.isEmpty()) {
                throw new UsageException("--pairs takes the place of BASE and HEAD; give one or the other");
            }
            return answerPairs(file, named);
        }
        if (documents.size() != 2) {
            throw new UsageException(
                    "compare takes two policies, BASE and HEAD, not " + documents.size() + "; or --pairs FILE");
        }
        if (named == null) {
            throw new UsageException("compare needs --type; choose one of identity, resource, scp, rcp, endpoint");
        }
        return answer(named, documents.get(0), documents.get(1));
    }

    private @Nullable PolicyType typeNamed() {
        try {
            return type == null ? null : PolicyPair.typeNamed(type);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--type: " + e.getMessage());
        }
    }

    private int answer(PolicyType named, Path base, Path head) throws IOException {
        PolicyDocument before = Inputs.policy(base, named);
        PolicyDocument after = Inputs.policy(head, named);
        Result result = PolicyComparison.compare(named, before, after, steps);
        spec.commandLine()
                .getOut()
                .print(
                        format == Format.JSON
                                ? ComparisonAnswerWriter.write(null, result, after) + "\n"
                                : ComparisonRenderer.text(result, after, head.toString()));
        return switch (result.verdict()) {
            case NO_NEW_ACCESS -> ExitCode.CLEAN;
            case NEW_ACCESS -> ExitCode.FOUND;
            case UNDECIDED -> ExitCode.UNDECIDED;
        };
    }

    private int answerPairs(String file, @Nullable PolicyType named) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        try (Reader reader = Inputs.lines(file)) {
            ComparisonRun.Summary summary = ComparisonRun.answer(reader, out, new PolicyPairReader(named), steps);
            out.flush();
            if (summary.errors() == 0) {
                return ExitCode.CLEAN;
            }
            spec.commandLine()
                    .getErr()
                    .println("secure-s3: " + summary.errors() + " of " + summary.pairs()
                            + " lines are no pairs; their answers say why");
            return ExitCode.UNUSABLE;
        }
    }
}

package io.github.secures3.cli;

import io.github.secures3.analysis.evaluate.scenario.ScenarioRun;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Decides requests on bare policies: JSON lines in, JSON lines out. */
@Command(
        name = "evaluate",
        description =
                "Decides requests on bare policies: one scenario a line in, one answer a line out, in the same order.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "A scenario:",
            "  {\"name\": \"read\", \"request\": {\"principal\": \"arn:aws:iam::111122223333:role/Reader\",",
            "   \"action\": \"s3:GetObject\", \"resource\": \"arn:aws:s3:::data/key\", \"context\": {}},",
            "   \"resourcePolicy\": {\"Version\": \"2012-10-17\", \"Statement\": []}}",
            "A line that is no scenario is answered with an error, and the command ends with 2 after the last line.",
            "",
            "Examples:",
            "  secure-s3 evaluate --scenarios requests.jsonl",
            "  secure-s3 evaluate --scenarios - < requests.jsonl"
        })
final class EvaluateCommand implements Callable<Integer> {

    @Option(
            names = "--scenarios",
            required = true,
            paramLabel = "FILE",
            description = "The scenarios, in UTF-8; - reads standard input.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String scenarios;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        try (Reader reader = Inputs.lines(scenarios)) {
            ScenarioRun.Summary summary = ScenarioRun.answer(reader, out);
            out.flush();
            if (summary.errors() > 0) {
                spec.commandLine()
                        .getErr()
                        .println("secure-s3: " + summary.errors() + " of " + summary.scenarios()
                                + " lines are no scenarios; their answers say why");
                return ExitCode.UNUSABLE;
            }
            return ExitCode.CLEAN;
        }
    }
}

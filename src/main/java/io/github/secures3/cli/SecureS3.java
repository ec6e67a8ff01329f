package io.github.secures3.cli;

import io.github.secures3.analysis.evaluate.estate.UnknownNameException;
import io.github.secures3.analysis.template.TemplateException;
import io.github.secures3.policy.json.PolicySyntaxException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The command {@code secure-s3}: reads CloudFormation templates and CDK cloud assemblies, without an AWS account or the CDK.
 *
 * <p>Exit codes: 0 clean, 1 something was found, 2 bad usage or unreadable input, 3 undecided.
 *
 * @since 0.1
 */
@Command(
        name = "secure-s3",
        description = "Says who can do what in CloudFormation templates and CDK cloud assemblies, offline.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Exit codes: 0 clean, 1 found, 2 bad usage or unreadable input, 3 undecided.",
            "",
            "Examples:",
            "  secure-s3 check cdk.out",
            "  secure-s3 diff base/cdk.out head/cdk.out",
            "  secure-s3 prove cdk.out --invariant no-tls-below:1.3",
            "  secure-s3 compare --type resource before.json after.json",
            "  secure-s3 explain cdk.out --principal Reader --action s3:GetObject \\",
            "      --resource Data/reports/1.csv",
            "  secure-s3 evaluate --scenarios requests.jsonl"
        })
public final class SecureS3 implements Runnable {

    private static final int LONGEST_MESSAGE = 2_000;

    private static final List<String> SUBCOMMANDS =
            List.of("check", "diff", "prove", "compare", "explain", "evaluate", "report");

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it runs the command
    private CommandSpec spec;

    private SecureS3() {}

    /** Runs the command and ends the process with its exit code. */
    public static void main(String[] args) {
        PrintWriter out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int code = run(out, err, args);
        out.flush();
        err.flush();
        System.exit(code);
    }

    /** Runs the command against these streams and returns the exit code. */
    static int run(PrintWriter out, PrintWriter err, String... args) {
        CommandLine command = withSubcommands(new CommandLine(new SecureS3()), args)
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpWidth(100)
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
                .setParameterExceptionHandler(new UsageErrors())
                .setExecutionExceptionHandler((problem, line, parsed) -> unusable(problem, line));
        try {
            return command.execute(args);
        } catch (OutOfMemoryError exhausted) {
            err.println("secure-s3: the memory is used up; give Java more with -Xmx, or read fewer templates at once");
            return ExitCode.UNUSABLE;
        }
    }

    /** Where the first argument is a subcommand no other is needed, and to prepare all of them would take longer than many a run. */
    private static CommandLine withSubcommands(CommandLine command, String... args) {
        boolean known = args.length > 0 && SUBCOMMANDS.contains(args[0]);
        for (String name : known ? List.of(args[0]) : SUBCOMMANDS) {
            command.addSubcommand(name, subcommand(name));
        }
        return command;
    }

    private static Callable<Integer> subcommand(String name) {
        return switch (name) {
            case "check" -> new CheckCommand();
            case "diff" -> new DiffCommand();
            case "prove" -> new ProveCommand();
            case "compare" -> new CompareCommand();
            case "explain" -> new ExplainCommand();
            case "evaluate" -> new EvaluateCommand();
            case "report" -> new ReportCommand();
            default -> throw new IllegalArgumentException("there is no subcommand '" + name + "'");
        };
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "no command given; choose one of " + String.join(", ", SUBCOMMANDS));
    }

    /** One line tells of input that cannot be read; and so of a defect, which must not look like an answer. */
    private static int unusable(Exception problem, CommandLine line) {
        if (problem instanceof TemplateException
                || problem instanceof PolicySyntaxException
                || problem instanceof UnknownNameException
                || problem instanceof UsageException
                || problem instanceof IOException) {
            line.getErr().println("secure-s3: " + oneLine(messageOf(problem)));
        } else {
            line.getErr()
                    .println("secure-s3: a defect of secure-s3, please report it with the input: "
                            + oneLine(problem + where(problem)));
        }
        return ExitCode.UNUSABLE;
    }

    /** The message of a file system is often the name of the file alone. */
    private static String messageOf(Exception problem) {
        if (problem instanceof FileSystemException file && file.getReason() == null) {
            String name = problem.getClass().getSimpleName().replaceAll("Exception$", "");
            return file.getFile() + ": "
                    + name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
        }
        return String.valueOf(problem.getMessage());
    }

    private static String where(Exception defect) {
        StackTraceElement[] trace = defect.getStackTrace();
        return trace.length == 0 ? "" : " at " + trace[0];
    }

    /** What input brings into a message can neither break the line nor steer the terminal. */
    static String oneLine(String message) {
        String plain = message.strip().replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}]", "?");
        return plain.length() <= LONGEST_MESSAGE ? plain : plain.substring(0, LONGEST_MESSAGE) + "...";
    }
}

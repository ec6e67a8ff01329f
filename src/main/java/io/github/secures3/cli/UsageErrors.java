package io.github.secures3.cli;

import io.github.secures3.policy.catalog.Spelling;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in one line what is wrong with the arguments, and where all of them are listed. */
final class UsageErrors implements IParameterExceptionHandler {

    private static final String OPTION = "--";

    @Override
    public int handleParseException(ParameterException problem, String[] arguments) {
        CommandLine command = problem.getCommandLine();
        command.getErr().println("secure-s3: " + SecureS3.oneLine(messageOf(problem, arguments)));
        UnmatchedArgumentException.printSuggestions(problem, command.getErr());
        command.getErr().println("see " + command.getCommandSpec().qualifiedName() + " --help");
        return ExitCode.UNUSABLE;
    }

    private static String messageOf(ParameterException problem, String[] arguments) {
        ArgSpec argument = problem.getArgSpec();
        if (argument instanceof OptionSpec option && option.type().isEnum() && problem.getValue() != null) {
            String choices = Arrays.stream(option.type().getEnumConstants())
                    .map(choice -> choice.toString().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(", "));
            return option.longestName() + " is '" + problem.getValue() + "'; choose one of " + choices;
        }
        // An option that seems to be missing may be there under a misspelt name.
        Optional<String> misspelt = problem instanceof MissingParameterException
                ? misspelt(problem.getCommandLine(), arguments)
                : Optional.empty();
        return misspelt.orElseGet(() -> lowerCased(String.valueOf(problem.getMessage())));
    }

    private static String lowerCased(String message) {
        return message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1);
    }

    private static Optional<String> misspelt(CommandLine command, String[] arguments) {
        List<String> names = command.getCommandSpec().optionsMap().keySet().stream()
                .filter(name -> name.startsWith(OPTION))
                .map(name -> name.substring(OPTION.length()))
                .sorted()
                .toList();
        Spelling spelling = new Spelling(names);
        return Arrays.stream(arguments)
                .filter(argument -> argument.startsWith(OPTION))
                .map(argument -> argument.substring(OPTION.length()).split("=", 2)[0])
                .filter(name -> !name.isEmpty() && !names.contains(name))
                .findFirst()
                .map(name -> {
                    List<String> close = spelling.closestTo(name).stream()
                            .map(known -> OPTION + known)
                            .toList();
                    return "there is no option '" + OPTION + name + "'"
                            + (close.isEmpty() ? "" : "; did you mean " + String.join(", ", close) + "?");
                });
    }
}

package io.github.secures3.cli;

import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.template.EstateReader;
import io.github.secures3.analysis.template.ReadOptions;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The templates that a command reads, and what is known about their deployment. */
final class TemplateOptions {

    @Parameters(
            arity = "1..*",
            paramLabel = "TARGET",
            description =
                    "A CloudFormation template (JSON or YAML) or a cloud assembly directory (cdk.out). Several make one estate.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private List<Path> targets;

    @Option(
            names = "--parameter",
            paramLabel = "NAME=VALUE",
            description = "The value of a template parameter, also as STACK.NAME. Others are taken at their defaults.")
    private Map<String, String> parameters = new LinkedHashMap<>();

    @Option(
            names = "--no-defaults",
            description = "Take parameters without a value as unknown, whatever their defaults.")
    private boolean withoutDefaults;

    @Option(names = "--account", paramLabel = "ID", description = "The account of stacks that are bound to none.")
    private @Nullable String account;

    @Option(names = "--region", paramLabel = "REGION", description = "The Region of stacks that are bound to none.")
    private @Nullable String region;

    Estate read() {
        ReadOptions defaults = ReadOptions.defaults();
        return EstateReader.read(
                targets, new ReadOptions(parameters, account, region, defaults.partition(), !withoutDefaults));
    }
}

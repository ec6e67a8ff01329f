package io.github.secures3.cli;

import io.github.secures3.analysis.template.ReadOptions;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is known about the deployment of templates. */
final class DeploymentOptions {

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

    ReadOptions read() {
        if (account != null) {
            requireAccount("--account", account);
        }
        if (region != null && !region.matches("[a-z]{2,}(-[a-z0-9]+)+")) {
            throw new UsageException("--region '" + region + "' is no Region; write it as eu-west-1");
        }
        return new ReadOptions(
                parameters, account, region, ReadOptions.defaults().partition(), !withoutDefaults, Map.of());
    }

    static void requireAccount(String option, String id) {
        if (!id.matches("[0-9]{12}")) {
            throw new UsageException(option + " '" + id + "' is no account id; give its 12 digits");
        }
    }
}

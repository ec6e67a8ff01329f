package io.github.secures3.cli;

import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.model.Stack;
import io.github.secures3.analysis.template.ReadOptions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is known about the deployment of templates. */
final class DeploymentOptions {

    private static final int LISTED = 12;

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

    /** A parameter that no template has is misspelt, and the value that was meant stays unknown. */
    void requireDeclared(List<Estate> estates) {
        List<Stack> stacks =
                estates.stream().flatMap(estate -> estate.stacks().stream()).toList();
        for (String given : parameters.keySet()) {
            boolean declared = stacks.stream()
                    .anyMatch(stack -> stack.parameters().stream()
                            .anyMatch(name -> given.equals(stack.id() + "." + name)
                                    || (stack.parent() == null && given.equals(name))));
            if (!declared) {
                List<String> names = stacks.stream()
                        .flatMap(stack -> stack.parameters().stream()
                                .map(name -> stack.parent() == null ? name : stack.id() + "." + name))
                        .distinct()
                        .limit(LISTED)
                        .toList();
                throw new UsageException("--parameter '" + given + "' is no parameter of the templates; they have "
                        + (names.isEmpty() ? "none" : String.join(", ", names)));
            }
        }
    }

    static void requireAccount(String option, String id) {
        if (!id.matches("[0-9]{12}")) {
            throw new UsageException(option + " '" + id + "' is no account id; give its 12 digits");
        }
    }
}

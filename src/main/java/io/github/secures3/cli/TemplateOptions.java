package io.github.secures3.cli;

import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.template.EstateReader;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The templates that a command reads, and what is known about their deployment. */
final class TemplateOptions {

    @Parameters(
            arity = "1..*",
            paramLabel = "TARGET",
            description =
                    "A CloudFormation template (JSON or YAML) or a cloud assembly directory (cdk.out). Several make"
                            + " one estate.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private List<Path> targets;

    @Mixin
    private final DeploymentOptions deployment = new DeploymentOptions();

    Estate read() {
        targets.forEach(Inputs::requireNamed);
        Estate estate = EstateReader.read(targets, deployment.read());
        deployment.requireDeclared(List.of(estate));
        return estate;
    }
}

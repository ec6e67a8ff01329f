package io.github.secures3.cli;

import io.github.secures3.analysis.evaluate.Decision;
import io.github.secures3.analysis.evaluate.Outcome;
import io.github.secures3.analysis.evaluate.PossibleRequest;
import io.github.secures3.analysis.evaluate.estate.EstateRequest;
import io.github.secures3.analysis.evaluate.estate.EstateSituation;
import io.github.secures3.analysis.evaluate.estate.PlacedRequest;
import io.github.secures3.analysis.evaluate.scenario.ScenarioAnswerWriter;
import io.github.secures3.analysis.report.DecisionRenderer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Decides one request on the policies of templates and shows the way to the answer, layer by layer. */
@Command(
        name = "explain",
        description = "Decides one request and shows why, layer by layer.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "A context key that is not given and matters makes the answer Undecided, naming the key.",
            "Exit codes: 0 decided, 2 bad usage or unreadable input, 3 undecided; with --expect 1 where the answer"
                    + " differs.",
            "",
            "Examples:",
            "  secure-s3 explain cdk.out --principal Reader --action s3:GetObject --resource Data/reports/1.csv \\",
            "      --context aws:SecureTransport=true --context s3:TlsVersion=1.2",
            "  secure-s3 explain template.yaml --principal anonymous --action s3:GetObject \\",
            "      --resource arn:aws:s3:::website/index.html --expect denied"
        })
final class ExplainCommand implements Callable<Integer> {

    /** What an answer can be asked to be. */
    enum Expectation {
        ALLOWED,
        DENIED
    }

    @Mixin
    private final TemplateOptions templates = new TemplateOptions();

    @Option(
            names = "--principal",
            required = true,
            paramLabel = "WHO",
            description = "Logical id, construct path or name of a role or user; or an ARN, account id, service name or"
                    + " anonymous; or access-grants: and the logical id of an S3 access grant.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String principal;

    @Option(names = "--action", required = true, paramLabel = "ACTION", description = "Such as s3:GetObject.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String action;

    @Option(
            names = "--resource",
            required = true,
            paramLabel = "RESOURCE",
            description =
                    "An ARN; or a bucket or access point by logical id, path or name, with /KEY for an object; or a"
                            + " KMS key, a function, or a table, vector or directory bucket, by its whole logical id,"
                            + " path or name; or * for actions on no single resource.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String resource;

    @Option(
            names = "--context",
            paramLabel = "KEY=VALUE",
            description = "A context key of the request; repeat the key for several values.")
    private List<String> context = new ArrayList<>();

    @Option(
            names = "--vpc-endpoint",
            paramLabel = "ENDPOINT",
            description = "The VPC endpoint that the request goes through, by logical id or id; open for one with AWS's"
                    + " default policy.")
    private @Nullable String vpcEndpoint;

    @Mixin
    private final RequestOptions details = new RequestOptions();

    @Mixin
    private final OrganizationOptions organization = new OrganizationOptions();

    @Option(names = "--format", paramLabel = "FORMAT", description = "text (default), markdown or json.")
    private Format format = Format.TEXT;

    @Option(
            names = "--expect",
            paramLabel = "ANSWER",
            description = "allowed or denied: end with 1 where the answer is another, with 3 where there is none.")
    private @Nullable Expectation expectation;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    /** How an answer is written. */
    enum Format {
        TEXT,
        MARKDOWN,
        JSON
    }

    @Override
    public Integer call() throws IOException {
        EstateRequest asked = new EstateRequest(
                principal,
                action,
                resource,
                contextKeys(),
                vpcEndpoint,
                organization.organization(),
                organization.within());
        PlacedRequest placed = placed(asked);
        Decision decision = placed.decide();
        spec.commandLine().getOut().print(written(placed, decision));
        return exitCode(decision.outcome());
    }

    private PlacedRequest placed(EstateRequest asked) throws IOException {
        try {
            PlacedRequest placed = EstateSituation.of(templates.read(), asked);
            PossibleRequest.require(placed.request());
            return details.applyTo(placed);
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    private String written(PlacedRequest placed, Decision decision) {
        return switch (format) {
            case TEXT -> DecisionRenderer.text(placed, decision);
            case MARKDOWN -> DecisionRenderer.markdown(placed, decision);
            case JSON -> ScenarioAnswerWriter.write(null, decision) + "\n";
        };
    }

    private int exitCode(Outcome outcome) {
        if (outcome == Outcome.UNDECIDED) {
            return ExitCode.UNDECIDED;
        }
        Expectation wanted = expectation;
        boolean asWanted = wanted == null || (wanted == Expectation.ALLOWED) == (outcome == Outcome.ALLOWED);
        return asWanted ? ExitCode.CLEAN : ExitCode.FOUND;
    }

    private Map<String, List<String>> contextKeys() {
        Map<String, List<String>> keys = new LinkedHashMap<>();
        for (String entry : context) {
            int equals = entry.indexOf('=');
            if (equals <= 0) {
                throw new UsageException(
                        "--context '" + entry + "' has no '='; write KEY=VALUE, such as aws:SecureTransport=true");
            }
            keys.computeIfAbsent(entry.substring(0, equals), key -> new ArrayList<>())
                    .add(entry.substring(equals + 1));
        }
        return keys;
    }
}

package io.github.secures3.analysis.evaluate.estate;

import io.github.secures3.analysis.evaluate.Layer;
import io.github.secures3.analysis.evaluate.Situation;
import io.github.secures3.analysis.evaluate.matching.TextPattern;
import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.model.VpcEndpoint;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The VPC endpoint that a request goes through: its policy, and the context keys that it brings. A request that carries {@code aws:SourceVpc} or
 * {@code aws:SourceVpce} goes through one, whoever asks names it or not.
 *
 * @see <a href="https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html">Endpoint policies</a>
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-sourcevpce">
 *     aws:SourceVpce</a>
 */
final class Endpoints {

    private static final String ID = "aws:sourcevpce";
    private static final String VPC = "aws:sourcevpc";

    private final Names<VpcEndpoint> endpoints;

    Endpoints(Estate estate) {
        this.endpoints = new Names<>(
                "VPC endpoint",
                estate.all(VpcEndpoint.class),
                endpoint -> endpoint.id().asText(),
                endpoint -> endpoint.id().asText().orElse(""));
    }

    /** Adds the endpoint that is asked for, or that the context tells of; nothing where there is none. */
    void describe(EstateRequest asked, Map<String, List<String>> context, Situation.Builder situation) {
        String wanted = asked.vpcEndpoint();
        String id = only(context, ID);
        String vpc = only(context, VPC);
        if (EstateRequest.OPEN_ENDPOINT.equals(wanted)) {
            situation.throughEndpoint();
        } else if (wanted != null) {
            named(wanted, context, situation);
        } else if (id != null) {
            through(byId(id), id, context, situation);
        } else if (vpc != null) {
            through(onlyOneIn(vpc, asked.action()).orElse(null), "the VPC endpoint in " + vpc, context, situation);
        }
    }

    private void named(String wanted, Map<String, List<String>> context, Situation.Builder situation) {
        VpcEndpoint endpoint = endpoints.find(wanted).orElse(null);
        if (endpoint == null) {
            if (!wanted.startsWith("vpce-")) {
                throw new UnknownNameException("no VPC endpoint is called '" + wanted + "'; the templates have "
                        + endpoints.choices()
                        + "; or give an id such as vpce-1a2b3c4d, or open for one with AWS's default policy");
            }
            context.putIfAbsent(ID, List.of(wanted));
        }
        through(endpoint, wanted, context, situation);
    }

    private @Nullable VpcEndpoint byId(String id) {
        return endpoints.findDeployedWithRest(id).map(Names.Found::resource).orElse(null);
    }

    private static void through(
            @Nullable VpcEndpoint endpoint,
            String name,
            Map<String, List<String>> context,
            Situation.Builder situation) {
        situation.throughEndpoint();
        if (endpoint == null) {
            situation.unknown(Layer.ENDPOINT, "the policy of " + name + " is not in the templates");
            return;
        }
        context.putIfAbsent(ID, List.of(endpoint.id().asText().orElse(name)));
        endpoint.vpc().asText().ifPresent(vpc -> context.putIfAbsent(VPC, List.of(vpc)));
        Gathered gathered = new Gathered();
        gathered.add(endpoint.policy(), endpoint.element());
        gathered.policies().forEach(situation::endpointPolicy);
        gathered.limit(situation, Layer.ENDPOINT);
    }

    /** The endpoint to the service of the action in that VPC, where the templates have one there, and no other that may be there. */
    private Optional<VpcEndpoint> onlyOneIn(String vpc, String action) {
        String service = "." + action.toLowerCase(Locale.ROOT).replaceFirst(":.*", "");
        List<VpcEndpoint> there = endpoints.all().stream()
                .filter(endpoint -> endpoint.service().mayBe(name -> name.endsWith(service)))
                .filter(endpoint -> endpoint.vpc()
                        .asText()
                        .filter(of -> !TextPattern.equal(of, vpc).isFalse())
                        .isPresent())
                .toList();
        boolean sure = there.size() == 1
                && !there.get(0).service().isUnknown()
                && there.get(0).vpc().asText().filter(vpc::equals).isPresent();
        return sure ? Optional.of(there.get(0)) : Optional.empty();
    }

    private static @Nullable String only(Map<String, List<String>> context, String key) {
        List<String> values = context.getOrDefault(key, List.of());
        return values.size() == 1 ? values.get(0) : null;
    }
}

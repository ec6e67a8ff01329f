package io.github.secures3.analysis.diff.access;

import io.github.secures3.analysis.diff.difference.Change;
import io.github.secures3.analysis.diff.difference.DiffEvaluator;
import io.github.secures3.analysis.diff.difference.Differences;
import io.github.secures3.analysis.diff.difference.Direction;
import io.github.secures3.analysis.diff.difference.Fact;
import io.github.secures3.analysis.diff.difference.Items;
import io.github.secures3.analysis.diff.difference.Kind;
import io.github.secures3.analysis.diff.difference.Pair;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.IdentityProvider;
import io.github.secures3.analysis.model.Location;
import io.github.secures3.analysis.model.Resource;
import io.github.secures3.analysis.model.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * Whose tokens an identity provider takes: tokens for a further audience open every role that trusts the provider without asking for the audience.
 * Another issuer, certificate or SAML document is undecided. A provider that is new opens nothing by itself.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_oidc.html">OpenID Connect providers</a>
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-samlprovider.html">AWS::IAM::SAMLProvider</a>
 * @since 0.1
 */
public final class IdentityProviders implements DiffEvaluator {

    private static final Fact FACT = Fact.of(
            "identity-provider", "identity providers take the tokens of nobody else", Kind.ACCESS, Severity.ERROR);
    private static final String FIX =
            "check that its users are meant to have every role that trusts the provider, or name the audience in the"
                    + " trust policies";
    private static final Items<Value<String>> CLIENTS =
            Items.ofAccess(FACT, "audience", client -> client.asText().orElse(""), FIX);
    private static final String SAML = "AWS::IAM::SAMLProvider";
    private static final List<String> SAML_PROPERTIES =
            List.of("AddPrivateKey", "AssertionEncryptionMode", "PrivateKeyList", "SamlMetadataDocument");

    @Override
    public List<Fact> facts() {
        return List.of(FACT);
    }

    @Override
    public List<Change> evaluate(Differences differences) {
        List<Change> changes = new ArrayList<>();
        for (Pair<IdentityProvider> pair : differences.pairs(IdentityProvider.class)) {
            changes.addAll(
                    CLIENTS.compare(pair, pair.base().clients(), pair.head().clients()));
            if (!pair.base().url().asText().equals(pair.head().url().asText())) {
                changes.add(another(pair, "Url"));
            }
            if (!pair.hasSame("ThumbprintList")) {
                changes.add(another(pair, "ThumbprintList"));
            }
        }
        for (Pair<Resource> pair : differences.pairs()) {
            if (pair.head().element().type().equals(SAML)) {
                SAML_PROPERTIES.stream()
                        .filter(property -> !pair.hasSame(property))
                        .forEach(property -> changes.add(another(pair, property)));
            }
        }
        return changes;
    }

    private static Change another(Pair<?> pair, String property) {
        Location older = pair.base()
                .element()
                .property(property)
                .place()
                .orElse(pair.base().element().at());
        Location newer = pair.head()
                .element()
                .property(property)
                .place()
                .orElse(pair.head().element().at());
        return FACT.changed(
                pair,
                older,
                newer,
                Direction.UNDECIDED,
                property + " of the identity provider is another, and whose tokens it takes cannot be told",
                FIX);
    }
}

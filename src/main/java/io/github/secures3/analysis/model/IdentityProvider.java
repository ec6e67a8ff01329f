package io.github.secures3.analysis.model;

import java.util.List;
import java.util.Objects;

/**
 * A provider of identities by OpenID Connect, which trust policies of roles name as principal.
 *
 * @param element what it has in common with all resources
 * @param url who signs the tokens
 * @param clients the audiences whose tokens count
 * @param thumbprints certificates of the issuer
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-oidcprovider.html">AWS::IAM::OIDCProvider</a>
 * @since 0.1
 */
public record IdentityProvider(
        Element element, Value<String> url, Value<List<Value<String>>> clients, Value<List<Value<String>>> thumbprints)
        implements Resource {

    /** Checks that nothing is missing. */
    public IdentityProvider {
        Objects.requireNonNull(element, "element");
        Objects.requireNonNull(url, "url");
        Objects.requireNonNull(clients, "clients");
        Objects.requireNonNull(thumbprints, "thumbprints");
    }
}

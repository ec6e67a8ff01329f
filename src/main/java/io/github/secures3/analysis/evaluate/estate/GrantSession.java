package io.github.secures3.analysis.evaluate.estate;

import io.github.secures3.analysis.evaluate.AccessGrantsSession;
import io.github.secures3.analysis.evaluate.AccessGrantsSession.Permission;
import io.github.secures3.analysis.evaluate.Layer;
import io.github.secures3.analysis.evaluate.Situation;
import io.github.secures3.analysis.model.AccessGrant;
import io.github.secures3.analysis.model.AccessGrantsLocation;
import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.model.Value;
import java.util.List;
import java.util.Optional;

/**
 * The session that a grantee of S3 Access Grants gets: one of the role of the grant's location, confined to the grant.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-grants-credentials.html">Requesting access through S3 Access
 *     Grants</a>
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_control_AccessGrantsLocationConfiguration.html">The scope of a grant</a>
 */
final class GrantSession {

    private final Estate estate;
    private final Names<AccessGrant> grants;

    GrantSession(Estate estate) {
        this.estate = estate;
        this.grants =
                new Names<>("access grant", estate.all(AccessGrant.class), grant -> Optional.empty(), grant -> "");
    }

    /** The ARN of the role whose session a caller with this grant gets; what confines the session goes into the situation. */
    String roleOf(String text, Situation.Builder situation) {
        String name = text.substring(EstateRequest.ACCESS_GRANT.length());
        AccessGrant grant = grants.find(name)
                .orElseThrow(() -> new UnknownNameException(
                        "no access grant is called '" + name + "'; the templates have " + grants.choices()));
        AccessGrantsLocation location = estate.all(AccessGrantsLocation.class).stream()
                .filter(each -> each.id().asText().isPresent()
                        && each.id().asText().equals(grant.location().asText()))
                .findFirst()
                .orElseThrow(() -> new UnknownNameException("the location of the access grant "
                        + grant.element().logicalId()
                        + " is not in the templates, and so its role is not known; ask for"
                        + " the role by its ARN"));
        confine(grant, location, situation);
        return location.role().asText().orElse("");
    }

    private void confine(AccessGrant grant, AccessGrantsLocation location, Situation.Builder situation) {
        String id = grant.element().logicalId();
        String place = location.scope().asText().orElse("");
        String below = grant.subPrefix().asText().orElse("");
        Optional<Permission> permission = grant.permission().known().flatMap(GrantSession::permission);
        String scope = place + below;
        boolean plain = below.isEmpty() || !place.endsWith("*");
        grant.element()
                .presence()
                .whyUnknown()
                .ifPresent(reason ->
                        situation.unknown(Layer.SESSION, "whether " + id + " is created is not known: " + reason));
        if (permission.isEmpty() || !plain || !isScope(scope)) {
            situation.unknown(
                    Layer.SESSION,
                    "what the access grant " + id + " gives is not known: "
                            + (permission.isEmpty()
                                    ? whyNot(grant.permission())
                                    : "its scope '" + scope + "' is in doubt"));
            return;
        }
        String partition = estate.stack(grant.element().stack())
                .flatMap(stack -> stack.partition().known())
                .orElse("aws");
        situation.sessionPolicies(List.of(new AccessGrantsSession(scope, permission.get(), partition).sessionPolicy()));
    }

    private static String whyNot(Value<String> permission) {
        return permission.whyUnknown().orElse("its permission is none of READ, WRITE and READWRITE");
    }

    private static boolean isScope(String scope) {
        try {
            new AccessGrantsSession(scope, Permission.READ, "aws");
            return true;
        } catch (IllegalArgumentException notOne) {
            return false;
        }
    }

    private static Optional<Permission> permission(String text) {
        return List.of(Permission.values()).stream()
                .filter(each -> each.name().equals(text))
                .findFirst();
    }
}

package io.github.secures3.analysis.report.access;

import io.github.secures3.analysis.evaluate.AccessGrantsSession;
import io.github.secures3.analysis.evaluate.Situation;
import io.github.secures3.analysis.evaluate.estate.EstateRequest;
import io.github.secures3.analysis.evaluate.estate.EstateSituation;
import io.github.secures3.analysis.evaluate.estate.PlacedRequest;
import io.github.secures3.analysis.model.AccessGrant;
import io.github.secures3.analysis.model.AccessGrantsLocation;
import io.github.secures3.analysis.model.Bucket;
import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.model.Stack;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What S3 Access Grants open: a grantee gets credentials of the location's role, narrowed to the grant, and can do what such a session can.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-grants-get-started.html">S3 Access Grants</a>
 */
final class Grants {

    private static final String SCHEME = "s3://";

    private final Estate estate;

    Grants(Estate estate) {
        this.estate = estate;
    }

    /** The grants that lie in the bucket, or may. */
    List<AccessRow> of(Bucket bucket) {
        List<AccessRow> rows = new ArrayList<>();
        String own = SCHEME + bucket.name().asText().orElse("");
        for (AccessGrant grant : estate.all(AccessGrant.class)) {
            Optional<AccessGrantsLocation> location = estate.all(AccessGrantsLocation.class).stream()
                    .filter(each -> each.id().asText().equals(grant.location().asText()))
                    .findFirst();
            String scope = location.flatMap(each -> each.scope().asText()).orElse(SCHEME);
            String whole = scope + grant.subPrefix().asText().orElse("");
            String below = whole.startsWith(own + "/") ? whole.substring(own.length() + 1) : "*";
            boolean covers = whole.equals(SCHEME)
                    || whole.equals(SCHEME + "*")
                    || whole.equals(own)
                    || whole.startsWith(own + "/");
            if (covers) {
                rows.add(row(grant, location, bucket, own + "/" + below));
            }
        }
        return rows;
    }

    private AccessRow row(AccessGrant grant, Optional<AccessGrantsLocation> location, Bucket bucket, String scope) {
        Map<Capability, Reach> reach = new EnumMap<>(Capability.class);
        for (Capability capability : given(grant)) {
            reach.put(capability, session(grant, location, bucket, scope).ask(capability));
        }
        String grantee = grant.grantee().asText().orElse("unknown grantee");
        String kind = grant.granteeType().known().orElse("");
        String name = kind.startsWith("DIRECTORY") ? kind.toLowerCase(Locale.ROOT) + " " + grantee : grantee;
        return new AccessRow(
                new Caller(Caller.Kind.GRANTEE, name.replace('_', ' '), grantee),
                "with S3 Access Grant " + grant.element().logicalId(),
                reach);
    }

    private static List<Capability> given(AccessGrant grant) {
        return switch (permission(grant)) {
            case READ -> List.of(Capability.LIST, Capability.READ);
            case WRITE -> List.of(Capability.WRITE, Capability.DELETE);
            case READWRITE -> List.of(Capability.LIST, Capability.READ, Capability.WRITE, Capability.DELETE);
        };
    }

    private static AccessGrantsSession.Permission permission(AccessGrant grant) {
        return switch (grant.permission().known().orElse("")) {
            case "READ" -> AccessGrantsSession.Permission.READ;
            case "WRITE" -> AccessGrantsSession.Permission.WRITE;
            default -> AccessGrantsSession.Permission.READWRITE;
        };
    }

    private Session session(AccessGrant grant, Optional<AccessGrantsLocation> location, Bucket bucket, String scope) {
        String role = location.flatMap(each -> each.role().asText()).orElse("");
        Caller caller = new Caller(Caller.Kind.ROLE, role, role);
        try {
            PlacedRequest placed = EstateSituation.of(
                    estate,
                    new EstateRequest(
                            role,
                            "s3:ListBucket",
                            bucket.element().id(),
                            PlainRequest.context(caller),
                            null,
                            null,
                            List.of()));
            String partition = estate.stack(bucket.element().stack())
                    .map(Stack::partition)
                    .flatMap(value -> value.known())
                    .orElse("aws");
            Situation narrowed = placed.situation().toBuilder()
                    .sessionPolicies(
                            List.of(new AccessGrantsSession(scope, permission(grant), partition).sessionPolicy()))
                    .build();
            return new Questions(placed.request(), narrowed, bucket.arn(), null)::ask;
        } catch (IllegalArgumentException notToBeAsked) {
            Reach open = Questions.undecided(
                    List.of("the role of the grant's location is not known: " + notToBeAsked.getMessage()));
            return capability -> open;
        }
    }

    /** Answers for the session that a grantee gets. */
    private interface Session {
        Reach ask(Capability capability);
    }
}

package io.github.secures3.analysis.report.access;

import io.github.secures3.analysis.evaluate.estate.EstateRequest;
import io.github.secures3.analysis.evaluate.estate.EstateSituation;
import io.github.secures3.analysis.evaluate.estate.PlacedRequest;
import io.github.secures3.analysis.model.AccessGrant;
import io.github.secures3.analysis.model.AccessGrantsLocation;
import io.github.secures3.analysis.model.Bucket;
import io.github.secures3.analysis.model.Estate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

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
        return estate.all(AccessGrant.class).stream()
                .filter(grant -> mayCover(grant, SCHEME + bucket.name().asText().orElse("")))
                .map(grant -> row(grant, bucket))
                .toList();
    }

    private boolean mayCover(AccessGrant grant, String bucket) {
        String scope = estate.all(AccessGrantsLocation.class).stream()
                        .filter(each ->
                                each.id().asText().equals(grant.location().asText()))
                        .findFirst()
                        .flatMap(location -> location.scope().asText())
                        .orElse(SCHEME)
                + grant.subPrefix().asText().orElse("");
        return scope.equals(SCHEME)
                || scope.equals(SCHEME + "*")
                || scope.equals(bucket)
                || scope.startsWith(bucket + "/");
    }

    private AccessRow row(AccessGrant grant, Bucket bucket) {
        Map<Capability, Reach> reach = new EnumMap<>(Capability.class);
        Session session = session(grant, bucket);
        for (Capability capability : given(grant)) {
            reach.put(capability, session.ask(capability));
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
        return switch (grant.permission().known().orElse("")) {
            case "READ" -> List.of(Capability.LIST, Capability.READ);
            case "WRITE" -> List.of(Capability.WRITE, Capability.DELETE);
            default -> List.of(Capability.LIST, Capability.READ, Capability.WRITE, Capability.DELETE);
        };
    }

    private Session session(AccessGrant grant, Bucket bucket) {
        String grantee = EstateRequest.ACCESS_GRANT + grant.element().id();
        Caller caller = new Caller(Caller.Kind.ROLE, grantee, grantee);
        try {
            PlacedRequest placed = EstateSituation.of(
                    estate,
                    new EstateRequest(
                            grantee,
                            "s3:ListBucket",
                            bucket.element().id(),
                            PlainRequest.context(caller),
                            null,
                            null,
                            List.of()));
            return new Questions(placed.request(), placed.situation(), bucket.arn(), null)::ask;
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

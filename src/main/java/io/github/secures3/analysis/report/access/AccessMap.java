package io.github.secures3.analysis.report.access;

import io.github.secures3.analysis.evaluate.Situation;
import io.github.secures3.analysis.evaluate.estate.EstateRequest;
import io.github.secures3.analysis.evaluate.estate.EstateSituation;
import io.github.secures3.analysis.evaluate.estate.PlacedRequest;
import io.github.secures3.analysis.model.AccessPoint;
import io.github.secures3.analysis.model.Bucket;
import io.github.secures3.analysis.model.Estate;
import io.github.secures3.policy.UnresolvedToken;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Who reaches which bucket of an estate, and by which way.
 *
 * <p>Asked about are anybody without credentials, an account that no policy names, whoever the policies of a bucket and of its access points
 * name, the grantees of S3 Access Grants, and the roles and users of the estate. Each answer is the evaluator's for one plain request
 * for each action and each group of keys that the policies tell apart; a thing that such a request leaves open makes the answer
 * undecided.
 *
 * @param buckets one for each bucket, in the order of the estate
 * @param leftOut how many pairs of caller and bucket were left out because there are too many
 * @since 0.1
 */
public record AccessMap(List<BucketAccess> buckets, int leftOut) {

    /** Pairs of caller and way that are asked about; each costs some tens of decisions. */
    private static final int MOST_PAIRS = 20_000;

    /** Copies the list. */
    public AccessMap {
        buckets = List.copyOf(buckets);
    }

    /** What is taken for granted of each request, in words. */
    public static String assumptions() {
        return PlainRequest.IN_WORDS;
    }

    /** Asks the evaluator. */
    public static AccessMap of(Estate estate) {
        return new Survey(estate).map();
    }

    /** Goes through an estate. */
    private static final class Survey {

        private final Estate estate;
        private final Callers callers;
        private final Grants grants;
        private int pairs;
        private int leftOut;

        Survey(Estate estate) {
            this.estate = estate;
            this.callers = new Callers(estate);
            this.grants = new Grants(estate);
        }

        AccessMap map() {
            List<BucketAccess> all = estate.buckets().stream().map(this::bucket).toList();
            return new AccessMap(all, leftOut);
        }

        private BucketAccess bucket(Bucket bucket) {
            List<AccessPoint> points = estate.all(AccessPoint.class).stream()
                    .filter(point ->
                            point.bucket().asText().equals(bucket.name().asText()))
                    .toList();
            List<AccessRow> reaching = new ArrayList<>();
            List<AccessRow> undecided = new ArrayList<>();
            List<Caller> shutOut = new ArrayList<>();
            for (Caller caller : callers.of(bucket, points)) {
                List<AccessRow> asked = new ArrayList<>();
                asked.add(row(caller, AccessRow.DIRECTLY, bucket.element().id(), bucket.arn(), bucket));
                for (AccessPoint point : points) {
                    String name = point.name().known().orElse(point.element().logicalId());
                    asked.add(row(caller, Ways.THROUGH + name, point.element().id(), point.arn(), bucket));
                }
                List<AccessRow> rows = Ways.merged(asked);
                rows.stream().filter(AccessRow::reaches).forEach(reaching::add);
                rows.stream().filter(AccessRow::isUndecided).forEach(undecided::add);
                if (rows.stream().noneMatch(row -> row.reaches() || row.isUndecided())) {
                    shutOut.add(caller);
                }
            }
            for (AccessRow row : grants.of(bucket)) {
                (row.reaches() ? reaching : undecided).add(row);
            }
            reaching.addAll(undecided);
            return new BucketAccess(bucket, reaching, shutOut);
        }

        private AccessRow row(Caller caller, String way, String target, String arn, Bucket bucket) {
            Map<Capability, Reach> reach = new EnumMap<>(Capability.class);
            pairs++;
            if (pairs > MOST_PAIRS) {
                leftOut++;
                return new AccessRow(caller, way, reach);
            }
            boolean direct = way.equals(AccessRow.DIRECTLY);
            try {
                EstateRequest asked = new EstateRequest(
                        caller.principal(),
                        "s3:ListBucket",
                        target,
                        PlainRequest.context(caller),
                        null,
                        null,
                        List.of());
                PlacedRequest placed = EstateSituation.of(estate, asked);
                Situation around = caller.kind() == Caller.Kind.STRANGER
                        ? elsewhere(placed.situation(), caller)
                        : placed.situation();
                Questions questions = new Questions(placed.request(), around, arn, direct ? null : bucket.arn());
                for (Capability capability : Capability.values()) {
                    if (direct || capability != Capability.ADMINISTER) {
                        reach.put(capability, questions.ask(capability));
                    }
                }
            } catch (IllegalArgumentException notToBeAsked) {
                String why = String.valueOf(notToBeAsked.getMessage());
                reach.put(Capability.READ, Questions.undecided(List.of("cannot be asked about: " + why)));
            }
            return new AccessRow(caller, way, reach);
        }

        /** A stranger's account is not the bucket's, whatever number that has. */
        private static Situation elsewhere(Situation situation, Caller stranger) {
            String account = situation.resourceAccount();
            return account == null || UnresolvedToken.isIn(account)
                    ? situation.toBuilder()
                            .resourceAccount(Callers.accountOtherThan(stranger.principal()))
                            .build()
                    : situation;
        }
    }
}

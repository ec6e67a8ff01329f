package io.github.secures3.analysis.evaluate.estate;

import io.github.secures3.analysis.evaluate.AccessRequest;
import io.github.secures3.analysis.evaluate.PossibleRequest;
import io.github.secures3.analysis.evaluate.RequestPrincipal;
import io.github.secures3.analysis.evaluate.Situation;
import io.github.secures3.analysis.model.Bucket;
import io.github.secures3.analysis.model.Estate;
import io.github.secures3.policy.Arn;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds what in an estate takes part in a request.
 *
 * <p>Policies that the templates do not hold, such as those of AWS or of another account, make their layer unknown. Service control policies that
 * only deny are taken to stand beside AWS's {@code FullAWSAccess}; beside one that allows, whether it is still attached is not known.
 *
 * @since 0.1
 */
public final class EstateSituation {

    private static final String NO_RESOURCE = "*";

    private final Estate estate;
    private final EstateRequest asked;
    private final boolean gapsCount;

    private EstateSituation(Estate estate, EstateRequest asked, boolean gapsCount) {
        this.estate = estate;
        this.asked = asked;
        this.gapsCount = gapsCount;
    }

    /**
     * The request with its policies and facts.
     *
     * @throws UnknownNameException if caller, resource or endpoint is named by nothing in the estate, or by several
     * @throws IllegalArgumentException if the action or a context key is malformed
     */
    public static PlacedRequest of(Estate estate, EstateRequest asked) {
        return new EstateSituation(estate, asked, true).whoeverAnswers();
    }

    /**
     * The same as far as the templates could be read, for those who ask about the gaps of an estate themselves.
     *
     * @throws UnknownNameException if caller, resource or endpoint is named by nothing in the estate, or by several
     * @throws IllegalArgumentException if the action or a context key is malformed
     */
    public static PlacedRequest ofWhatCouldBeRead(Estate estate, EstateRequest asked) {
        return new EstateSituation(estate, asked, false).whoeverAnswers();
    }

    private PlacedRequest whoeverAnswers() {
        Placed first = placed(null);
        if (first.choice().isEmpty()) {
            return first.request();
        }
        SeveralBuckets several = new SeveralBuckets();
        first.choice().forEach(bucket -> several.add(bucket, placed(bucket).request()));
        return several.joined();
    }

    /** A request, and the buckets of which any may answer it. */
    private record Placed(PlacedRequest request, List<Bucket> choice) {}

    private Placed placed(@Nullable Bucket chosen) {
        Situation.Builder situation = Situation.builder();
        Map<String, List<String>> context = new TreeMap<>();
        asked.context().forEach((key, values) -> context.put(key.toLowerCase(Locale.ROOT), values));
        RequestPrincipal principal = new Caller(estate).find(asked.principal(), situation);
        OwnPolicies others = new OwnPolicies(estate, principal, context);
        Target.Found target = asked.resource().equals(NO_RESOURCE)
                ? nowhere(principal, situation)
                : new Target(estate, others, chosen).find(asked.resource(), situation);
        Bucket bucket = target.bucket();
        if (bucket != null) {
            new Key(estate, principal).describe(bucket, context, situation);
        }
        Rails rails = new Rails(estate, asked);
        String owner = bucket == null ? accountIn(target.arn()) : accountOf(estate, bucket);
        rails.organization(principal.account(), owner, situation);
        if (Arn.find(target.arn()).map(Arn::service).orElse("s3").equals("s3")) {
            rails.publicAccess(owner, situation);
        }
        new Endpoints(estate).describe(asked, context, situation);
        Gaps gaps = new Gaps(estate);
        if (gapsCount) {
            gaps.limit(principal, bucket, situation);
        }
        AccessRequest request = new AccessRequest(principal, asked.action(), target.arn(), context, false, false);
        Situation around = DistinctNames.apart(situation.build(), estate, principal, bucket);
        Situation known = gapsCount ? gaps.unknowable(request, around).orElse(around) : around;
        return new Placed(new PlacedRequest(request, known, notes(estate, gaps, target.arn())), target.choice());
    }

    /** An action on no single resource, such as listing all buckets, asks the caller's own account. */
    private Target.Found nowhere(RequestPrincipal principal, Situation.Builder situation) {
        String account = principal.account();
        if (account != null) {
            situation.resourceAccount(account);
        }
        return new Target.Found(PossibleRequest.seenResource(NO_RESOURCE, asked.action(), principal.partition()), null);
    }

    private static @Nullable String accountOf(Estate estate, @Nullable Bucket bucket) {
        return bucket == null
                ? null
                : estate.stack(bucket.element().stack())
                        .flatMap(stack -> stack.account().asText())
                        .orElse(null);
    }

    /** The ARN of a bucket tells no account, and that of an access point not the one of its bucket. */
    private static @Nullable String accountIn(String arn) {
        return Arn.find(arn)
                .map(Arn::account)
                .filter(account -> !account.isEmpty() && !AccessPoints.isArn(arn))
                .orElse(null);
    }

    private static List<String> notes(Estate estate, Gaps gaps, String resource) {
        List<String> notes = new ArrayList<>(gaps.notes());
        if (resource.indexOf('*', resource.indexOf('/') + 1) >= 0 && resource.indexOf('/') >= 0) {
            notes.add("the * in " + resource + " is taken for a character of the key, as a request names one object");
        }
        estate.assumptions()
                .forEach(assumption -> notes.add("parameter " + assumption.parameter() + " of " + assumption.stack()
                        + " is taken at its default '" + assumption.value() + "'"));
        return notes;
    }
}

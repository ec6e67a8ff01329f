package io.github.secures3.analysis.evaluate.estate;

import io.github.secures3.analysis.evaluate.AccessRequest;
import io.github.secures3.analysis.evaluate.Layer;
import io.github.secures3.analysis.evaluate.RequestPrincipal;
import io.github.secures3.analysis.evaluate.Situation;
import io.github.secures3.analysis.model.Bucket;
import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.model.Gap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the gaps of an estate leave open about one request. */
final class Gaps {

    private final Estate estate;

    Gaps(Estate estate) {
        this.estate = estate;
    }

    /** In words, each gap on its own. */
    List<String> notes() {
        return estate.gaps().stream().map(Gaps::note).toList();
    }

    /** What to look at where a name is unknown, to follow a list of those that are known; empty where nothing is missing. */
    String hint() {
        return estate.gaps().isEmpty() ? "" : ", and " + note(estate.gaps().get(0));
    }

    /** The situation when macros may have rewritten everything in it: nothing about it is known. Empty where there are none. */
    Optional<Situation> unknowable(AccessRequest request, Situation known) {
        return first(Gap.Reach.WHOLE_TEMPLATE).map(reason -> {
            Situation.Builder situation = Situation.builder()
                    .unknown(Layer.RESOURCE, reason)
                    .unknown(Layer.BLOCK_PUBLIC_ACCESS, reason)
                    .unknown(Layer.KEY, reason);
            String owner = known.resourceAccount();
            if (owner != null) {
                situation.resourceAccount(owner);
            }
            if (request.principal().hasAccount()) {
                situation.unknown(Layer.IDENTITY, reason);
            }
            if (known.accessPoint() != null) {
                situation.accessPoint(known.accessPoint()).unknown(Layer.ACCESS_POINT, reason);
            }
            return situation.build();
        });
    }

    /** A gap may hold policies of the caller, and the bucket policy where the templates have none. */
    void limit(RequestPrincipal principal, @Nullable Bucket bucket, Situation.Builder situation) {
        first(Gap.Reach.POLICIES_OF_OTHERS).ifPresent(reason -> {
            if (principal.hasAccount() && principal.kind() != RequestPrincipal.Kind.ROOT) {
                situation.unknown(Layer.IDENTITY, reason);
            }
            if (bucket != null && estate.policiesOf(bucket).isEmpty()) {
                situation.unknown(Layer.RESOURCE, reason);
            }
        });
    }

    private Optional<String> first(Gap.Reach reach) {
        return estate.gaps().stream()
                .filter(gap -> gap.reach() == reach)
                .map(Gaps::note)
                .findFirst();
    }

    private static String note(Gap gap) {
        return gap.name() + " at " + gap.at().text() + " could not be read: " + gap.reason();
    }
}

package io.github.secures3.analysis.diff.access;

import io.github.secures3.analysis.model.CustomResource;
import io.github.secures3.analysis.model.Estate;
import io.github.secures3.policy.UnresolvedToken;
import java.util.List;
import java.util.Optional;

/**
 * A resource by its ARN, as a template names it.
 *
 * @param arn the ARN; markers for unknown parts included
 */
record NamedPlace(String arn) {

    private static final int ACCOUNT = 4;
    private static final int RESOURCE = 5;
    private static final char HIDDEN = '\u0000';
    private static final int PARTS_OF_MARKER = 3;

    /** The account that the ARN names, which may be a marker. */
    Optional<String> account() {
        return part(ACCOUNT).filter(account -> !account.isEmpty());
    }

    /** What the ARN names within service and account; empty where it is no ARN as far as is known. */
    Optional<String> resource() {
        return part(RESOURCE);
    }

    private Optional<String> part(int number) {
        // A marker may hold colons of its own.
        String[] parts = UnresolvedToken.replaceIn(arn, marker -> marker.replace(':', HIDDEN))
                .split(":", RESOURCE + 1);
        return parts.length == RESOURCE + 1 ? Optional.of(parts[number].replace(HIDDEN, ':')) : Optional.empty();
    }

    /** Whether it is a resource of the templates. What a custom resource returns may lie anywhere. */
    boolean isIn(Estate estate) {
        if (estate.buckets().stream().anyMatch(bucket -> bucket.arn().equals(arn))) {
            return true;
        }
        List<String> names = UnresolvedToken.namesIn(arn);
        boolean isMarker = names.size() == 1 && UnresolvedToken.removeFrom(arn).isEmpty();
        String[] parts = isMarker ? names.get(0).split("\\.", -1) : new String[0];
        return parts.length == PARTS_OF_MARKER
                && estate.resources().stream()
                        .anyMatch(resource -> resource.element().logicalId().equals(parts[1])
                                && !(resource instanceof CustomResource));
    }
}

package io.github.secures3.analysis.evaluate.estate;

import io.github.secures3.analysis.model.Resource;
import io.github.secures3.policy.UnresolvedToken;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Finds resources by the names that people use for them.
 *
 * @param <R> the kind of resource
 */
final class Names<R extends Resource> {

    private static final int LISTED = 12;

    private final String kind;
    private final List<R> resources;
    private final Function<R, Optional<String>> physicalName;
    private final Function<R, String> arn;

    Names(String kind, List<R> resources, Function<R, Optional<String>> physicalName, Function<R, String> arn) {
        this.kind = kind;
        this.resources = resources;
        this.physicalName = physicalName;
        this.arn = arn;
    }

    /** All that can be named, in their order. */
    List<R> all() {
        return resources;
    }

    /** A resource and what follows its name in a text. */
    record Found<R>(R resource, String rest) {}

    /** The resource that the text names, whole; empty where none does. */
    Optional<R> find(String text) {
        List<R> exact = exactly(text);
        return only(text, exact.isEmpty() ? byBeginning(text) : exact);
    }

    private List<R> exactly(String text) {
        return resources.stream().filter(resource -> isNamed(resource, text)).toList();
    }

    /** The resource that the beginning of the text names, up to a slash; the longest name wins. */
    Optional<Found<R>> findWithRest(String text) {
        return withRest(text, this::find);
    }

    /** The same, where the name is given as a whole. */
    Optional<Found<R>> findExactlyWithRest(String text) {
        return withRest(text, name -> only(name, exactly(name)));
    }

    /** The same for the text of an ARN, which holds the names that the deployment gives, and nothing that the templates call them. */
    Optional<Found<R>> findDeployedWithRest(String text) {
        return withRest(
                text,
                name -> only(
                        name,
                        resources.stream()
                                .filter(resource -> isDeployedAs(resource, name))
                                .toList()));
    }

    private Optional<Found<R>> withRest(String text, Function<String, Optional<R>> finder) {
        for (int end = text.length(); end > 0; end = text.lastIndexOf('/', end - 1)) {
            if (end < text.length() && insideMarker(text, end)) {
                continue;
            }
            Optional<R> found = finder.apply(text.substring(0, end));
            if (found.isPresent()) {
                return Optional.of(new Found<>(found.get(), end == text.length() ? "" : text.substring(end + 1)));
            }
        }
        return Optional.empty();
    }

    String arnOf(R resource) {
        return arn.apply(resource);
    }

    /** What kind of resource they are, in words. */
    String kind() {
        return kind;
    }

    /** What can be named, for messages: {@code Data, Logs} or {@code no bucket}. */
    String choices() {
        List<String> ids = resources.stream()
                .map(resource -> resource.element().logicalId())
                .limit(LISTED)
                .toList();
        return ids.isEmpty() ? "no " + kind : String.join(", ", ids) + (resources.size() > LISTED ? ", ..." : "");
    }

    private boolean isNamed(R resource, String text) {
        String path = resource.element().constructPath();
        return resource.element().logicalId().equals(text)
                || resource.element().id().equals(text)
                || isDeployedAs(resource, text)
                || (path != null
                        && (path.equals(text)
                                || path.equals(text + "/Resource")
                                || path.equals(text + "/Bucket/Resource")));
    }

    private boolean isDeployedAs(R resource, String text) {
        return arn.apply(resource).equals(text)
                || physicalName.apply(resource).filter(text::equals).isPresent();
    }

    private List<R> byBeginning(String text) {
        return resources.stream()
                .filter(resource -> resource.element().logicalId().startsWith(text))
                .toList();
    }

    private Optional<R> only(String text, List<R> found) {
        if (found.size() > 1) {
            throw new UnknownNameException("'" + text + "' names more than one " + kind + ": "
                    + String.join(
                            ", ",
                            found.stream()
                                    .map(resource -> resource.element().id())
                                    .toList())
                    + "; write one of these");
        }
        return found.stream().findFirst();
    }

    private static boolean insideMarker(String text, int at) {
        for (int start = 0; start <= at; start++) {
            int end = UnresolvedToken.endOfTokenAt(text, start);
            if (end > at) {
                return true;
            }
        }
        return false;
    }
}

package io.github.secures3.analysis.report;

import io.github.secures3.analysis.model.Element;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Construct paths as their author thinks of them. */
final class ConstructPath {
    /** Ids that CDK gives to the main child of a construct and hides from its logical id. */
    private static final List<String> HIDDEN = List.of("Resource", "Default");

    private ConstructPath() {}

    /** The path that all of the stack's constructs share: the stack itself. */
    static List<String> shared(Stream<Element> elements) {
        List<List<String>> paths = elements.map(Element::constructPath)
                .filter(Objects::nonNull)
                .map(ConstructPath::segments)
                .toList();
        List<String> shared = paths.isEmpty() ? List.of() : paths.get(0);
        for (List<String> path : paths) {
            int same = 0;
            while (same < Math.min(shared.size(), path.size())
                    && shared.get(same).equals(path.get(same))) {
                same++;
            }
            shared = shared.subList(0, same);
        }
        return shared;
    }

    /** The path without the ids that only name the bucket inside its construct, such as {@code Data/Bucket/Resource}. */
    static String shorten(String path, List<String> stack) {
        List<String> segments = segments(path);
        while (segments.size() > 1 && HIDDEN.contains(segments.get(segments.size() - 1))) {
            segments = segments.subList(0, segments.size() - 1);
        }
        int parent = segments.size() - 1;
        if (parent > stack.size() && segments.get(parent).equals("Bucket")) {
            segments = segments.subList(0, parent);
        }
        return String.join("/", segments);
    }

    private static List<String> segments(String path) {
        return Arrays.asList(path.split("/", -1));
    }
}

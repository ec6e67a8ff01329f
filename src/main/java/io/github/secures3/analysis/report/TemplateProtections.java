package io.github.secures3.analysis.report;

import io.github.secures3.analysis.model.Assumption;
import io.github.secures3.analysis.model.Bucket;
import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.model.Gap;
import io.github.secures3.analysis.model.Resource;
import io.github.secures3.analysis.model.Stack;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The buckets of one template.
 *
 * @param file where the template lies
 * @param stack the stack's name for people
 * @param buckets general purpose buckets in the template's order
 * @param keys how many KMS keys the template makes
 * @param notes what is not known, such as resources made by a macro, and what is taken for granted
 * @since 0.1
 */
public record TemplateProtections(
        Path file, String stack, List<BucketProtections> buckets, int keys, List<String> notes) {

    /** Keeps immutable copies. */
    public TemplateProtections {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(stack, "stack");
        buckets = List.copyOf(buckets);
        notes = List.copyOf(notes);
    }

    static TemplateProtections of(Stack stack, Estate estate) {
        List<Resource> resources = estate.resources().stream()
                .filter(resource -> resource.element().stack().equals(stack.id()))
                .toList();
        List<String> path = ConstructPath.shared(resources.stream().map(Resource::element));
        List<BucketProtections> buckets = resources.stream()
                .filter(Bucket.class::isInstance)
                .map(bucket -> BucketProtections.of((Bucket) bucket, estate, path))
                .toList();
        long keys = resources.stream()
                .filter(resource -> resource.element().type().equals("AWS::KMS::Key"))
                .count();
        return new TemplateProtections(
                Path.of(stack.file()), Words.printable(stack.displayName()), buckets, (int) keys, notes(stack, estate));
    }

    private static List<String> notes(Stack stack, Estate estate) {
        List<String> notes = new ArrayList<>();
        for (Gap gap : estate.gaps()) {
            if (gap.stack().equals(stack.id())) {
                notes.add("not all is known: " + Words.printable(gap.name()) + ", " + Words.reason(gap.reason()));
            }
        }
        for (Assumption assumption : estate.assumptions()) {
            if (assumption.stack().equals(stack.id())) {
                notes.add("parameter " + Words.printable(assumption.parameter()) + " is taken at its default '"
                        + Words.printable(assumption.value()) + "'");
            }
        }
        return notes;
    }
}

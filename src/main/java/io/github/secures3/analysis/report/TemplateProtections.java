package io.github.secures3.analysis.report;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * The buckets of one template.
 *
 * @param file where the template lies
 * @param stack the stack's name in its app, or the file's name
 * @param buckets general purpose buckets in the template's order
 * @param keys how many KMS keys the template makes
 * @param notes what the summary had to leave out, such as resources made by a macro
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
}

package io.github.secures3.analysis.report;

import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.template.EstateReader;
import io.github.secures3.analysis.template.ReadOptions;
import io.github.secures3.analysis.template.TemplateException;
import java.nio.file.Path;
import java.util.List;

/**
 * The buckets of one or more templates and their protections, read from the templates alone.
 *
 * <pre>{@code
 * System.out.print(ProtectionSummary.of(Path.of("cdk.out")).render());
 * }</pre>
 *
 * <p>General purpose buckets are listed, directory and table buckets are not.
 * The summary says what a template asks for: it proves nothing about who has access, and settings of the account or organization
 * are not in it.
 *
 * @param templates one for each stack and nested stack, in the order of the cloud assembly
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-s3-bucket.html">AWS::S3::Bucket</a>
 * @since 0.1
 */
public record ProtectionSummary(List<TemplateProtections> templates) {

    /** Keeps an immutable copy. */
    public ProtectionSummary {
        templates = List.copyOf(templates);
    }

    /**
     * Reads a CDK cloud assembly, such as {@code cdk.out}, with its stages and nested stacks, or one template file. Defaults of parameters
     * are not taken for granted: what they decide is unknown.
     *
     * @throws TemplateException when it is missing, neither JSON nor YAML, too large, too deep, or no template; it names file and place
     */
    public static ProtectionSummary of(Path cloudAssemblyOrTemplate) {
        return of(EstateReader.read(
                List.of(cloudAssemblyOrTemplate), ReadOptions.defaults().withoutDefaults()));
    }

    /** The summary of an estate; parameters that it took at their defaults are named in the notes. */
    public static ProtectionSummary of(Estate estate) {
        return new ProtectionSummary(estate.stacks().stream()
                .map(stack -> TemplateProtections.of(stack, estate))
                .toList());
    }

    /** All buckets of all templates, in their order. */
    public List<BucketProtections> buckets() {
        return templates.stream()
                .flatMap(template -> template.buckets().stream())
                .toList();
    }

    /** The summary as text of at most 92 columns, ending with a newline; long names may stick out. */
    public String render() {
        return render(Path.of(""));
    }

    /** The same, with the paths of templates relative to that directory where they lie in it. */
    String render(Path workingDirectory) {
        return new SummaryRenderer(workingDirectory).render(templates);
    }
}

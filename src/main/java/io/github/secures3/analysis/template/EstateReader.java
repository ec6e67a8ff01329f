package io.github.secures3.analysis.template;

import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.model.Resource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads CloudFormation templates and CDK cloud assemblies into an estate.
 *
 * <p>A path is a template in JSON or YAML, or a directory with a {@code manifest.json} such as {@code cdk.out}. Nested stacks are read where
 * their templates lie below the directory of the template or assembly that names them; where they do not, the estate has a gap. What
 * parameters, conditions and attributes leave open is unknown in the model, with the reason.
 *
 * <p>At most 8 MiB of a file, 2,000 resources, 100 levels and 500,000 values are read, which is several times what CloudFormation takes.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-anatomy.html">Template anatomy</a>
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html">CloudFormation quotas</a>
 * @since 0.1
 */
public final class EstateReader {

    private EstateReader() {}

    /**
     * Reads one template or assembly with the default options.
     *
     * @throws TemplateException if the input is no template or assembly, or goes beyond what is read; it names file, line and column
     */
    public static Estate read(Path path) {
        return read(List.of(path), ReadOptions.defaults());
    }

    /**
     * Reads several templates and assemblies as one estate.
     *
     * @throws TemplateException if the input is no template or assembly, or goes beyond what is read; it names file, line and column
     */
    public static Estate read(List<Path> paths, ReadOptions options) {
        return read(paths, options, SymbolNames.own());
    }

    /**
     * Reads the text of one template in JSON, which lies in no file. Templates of nested stacks are not looked for.
     *
     * @param name what to call it where a file would be named
     * @throws TemplateException if the text is no template, or goes beyond what is read; it names line and column
     */
    public static Estate readText(String name, String template, ReadOptions options) {
        return read(options, SymbolNames.own(), loader -> loader.text(Path.of(name), template));
    }

    /**
     * Reads several templates and assemblies as one estate whose unknown values are named after these ids.
     *
     * @throws TemplateException if the input is no template or assembly, or goes beyond what is read; it names file, line and column
     */
    public static Estate read(List<Path> paths, ReadOptions options, SymbolNames names) {
        return read(options, names, loader -> {
            for (Path path : paths) {
                if (Files.isDirectory(path)) {
                    AssemblyReader.read(path, loader);
                } else {
                    loader.template(path);
                }
            }
        });
    }

    private static Estate read(ReadOptions options, SymbolNames names, Consumer<StackLoader> stacks) {
        EstateScope estate = new EstateScope(options, names);
        stacks.accept(new StackLoader(estate));
        estate.exports().forget();
        estate.stacks().forEach(StackScope::forget);
        List<Resource> resources = new ArrayList<>();
        for (StackScope stack : estate.stacks()) {
            resources.addAll(StackReader.resources(stack));
        }
        return new Estate(
                estate.stacks().stream().map(StackReader::stack).toList(),
                resources,
                estate.gaps(),
                List.copyOf(estate.assumptions()));
    }
}

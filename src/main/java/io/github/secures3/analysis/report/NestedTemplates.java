package io.github.secures3.analysis.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the template of a nested stack on disk: by the path in its metadata, which the CDK CLI asks for, or by the object key in its
 * URL, which the assembly's list of assets leads back to a file.
 *
 * @see <a href="https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.cloud_assembly_schema.AssetManifest.html">AssetManifest</a>
 */
final class NestedTemplates {
    private static final Pattern OBJECT_KEY = Pattern.compile("/([^/\"]+)\"[^\"]*$");

    private final Path top;
    private final Map<String, Path> fileByObjectKey = new HashMap<>();

    /** Looks at nothing outside the directory. */
    NestedTemplates(Path top) {
        this.top = top;
    }

    /** Remembers the files of an asset manifest; one that cannot be read leads to no template. */
    void add(Path assetManifest) {
        JsonNode files;
        try {
            files = JsonFile.read(assetManifest).path("files");
        } catch (UnreadableTemplateException e) {
            return;
        }
        for (JsonNode file : files) {
            Optional<Path> source = beside(assetManifest, file.path("source").path("path"));
            for (JsonNode destination : file.path("destinations")) {
                String key = destination.path("objectKey").asText().replaceFirst(".*/", "");
                source.ifPresent(path -> fileByObjectKey.putIfAbsent(key, path));
            }
        }
    }

    Optional<Path> find(Template parent, Resource stack) {
        return beside(
                        parent.file(),
                        stack.attribute("Metadata").get("aws:asset:path").node())
                .or(() -> byUrl(stack.property("TemplateURL").node()))
                .filter(Files::isRegularFile);
    }

    private Optional<Path> byUrl(JsonNode url) {
        Matcher key = OBJECT_KEY.matcher(JsonFile.compact(url));
        return key.find() ? Optional.ofNullable(fileByObjectKey.get(key.group(1))) : Optional.empty();
    }

    private Optional<Path> beside(Path file, JsonNode name) {
        if (!name.isTextual()) {
            return Optional.empty();
        }
        try {
            return Optional.of(file.resolveSibling(name.asText()).normalize()).filter(path -> path.startsWith(top));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}

package io.github.secures3.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Compares templates apart from the hashes at the end of logical ids: only then do measurements compare like with like. */
final class SameTemplate {

    private static final ObjectMapper JSON = new ObjectMapper();

    private SameTemplate() {}

    /** Ends the run, with the resources that differ, if the variants do not write the same. */
    static void require(int buckets) {
        Map<String, JsonNode> expected = resources(Variant.SECURE, buckets);
        for (Variant variant : List.of(Variant.L2, Variant.L1)) {
            Map<String, JsonNode> actual = resources(variant, buckets);
            if (!actual.equals(expected)) {
                actual.entrySet().removeAll(Map.copyOf(expected).entrySet());
                throw new IllegalStateException(variant + " writes something else: " + actual);
            }
        }
    }

    private static Map<String, JsonNode> resources(Variant variant, int buckets) {
        Map<String, JsonNode> resources = new TreeMap<>();
        try (Estate estate = Estate.build(variant, buckets);
                Stream<Path> files = Files.list(estate.synthesize())) {
            for (Path file : files.filter(path -> path.toString().endsWith(".template.json"))
                    .toList()) {
                JsonNode template = JSON.readTree(withoutHashes(Files.readString(file)));
                template.path("Resources")
                        .fields()
                        .forEachRemaining(resource ->
                                resources.put(file.getFileName() + " " + resource.getKey(), resource.getValue()));
            }
            return resources;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String withoutHashes(String text) throws IOException {
        String named = text;
        Iterator<String> ids = JSON.readTree(text).path("Resources").fieldNames();
        while (ids.hasNext()) {
            String id = ids.next();
            named = named.replace('"' + id + '"', '"' + id.replaceFirst("[0-9A-F]{8}$", "") + '"');
        }
        return named;
    }
}

package io.github.secures3.analysis.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads a JSON object from a file within bounds that no honest template comes near. */
final class JsonFile {

    /** CloudFormation takes templates up to 1 MB; manifests of large apps are a few times that. */
    static final long MAX_BYTES = 16L << 20;

    static final int MAX_DEPTH = 200;
    static final long MAX_TOKENS = 2_000_000;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxDocumentLength(MAX_BYTES)
                            .maxTokenCount(MAX_TOKENS)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();

    private JsonFile() {}

    static ObjectNode read(Path file) {
        if (!Files.isRegularFile(file)) {
            String problem = Files.exists(file) ? "is no regular file" : "does not exist";
            throw new UnreadableTemplateException(file, problem + "; give a template file or a cloud assembly");
        }
        try (InputStream in = Files.newInputStream(file)) {
            if (Files.size(file) > MAX_BYTES) {
                throw new UnreadableTemplateException(
                        file,
                        "has more than " + Words.grouped(MAX_BYTES)
                                + " bytes; CloudFormation takes templates up to 1 MB");
            }
            if (JSON.readTree(in) instanceof ObjectNode object) {
                return object;
            }
            throw new UnreadableTemplateException(file, "is no JSON object; a template is one");
        } catch (JsonProcessingException e) {
            throw new UnreadableTemplateException(file, notJson(e));
        } catch (IOException e) {
            throw new UnreadableTemplateException(
                    file, "cannot be read (" + e.getClass().getSimpleName() + ")");
        }
    }

    /** The text as JSON within the same bounds, or a missing node when it is none. */
    static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return JSON.missingNode();
        }
    }

    /** The node as compact JSON. */
    static String compact(JsonNode node) {
        try {
            return JSON.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a JSON tree has no text", e);
        }
    }

    private static String notJson(JsonProcessingException e) {
        String place = e.getLocation() == null
                ? ""
                : " (line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr() + ")";
        return "is no readable JSON" + place + ": " + Words.printable(e.getOriginalMessage())
                + "; templates are read as JSON, not YAML";
    }
}

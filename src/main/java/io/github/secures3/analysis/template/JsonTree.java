package io.github.secures3.analysis.template;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.github.secures3.analysis.template.Node.Scalar;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Reads JSON into a tree. */
final class JsonTree {

    // Names come from the input: interning them would let hostile files fill a table that outlives them.
    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Limits.FILE_BYTES)
                    .maxNameLength(Limits.FILE_BYTES)
                    .maxNumberLength(Limits.FILE_BYTES)
                    .build())
            .build();

    private JsonTree() {}

    static Node parse(String text, String file) {
        TreeBuilder tree = new TreeBuilder(file);
        try (JsonParser parser = JSON.createParser(text)) {
            int depth = 0;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                JsonLocation at = parser.currentTokenLocation();
                if (depth == 0 && !(tree.root() instanceof Scalar root && root.isNull())) {
                    throw new TemplateException(
                            tree.place(at.getLineNr(), at.getColumnNr()),
                            "the file goes on after its object has ended");
                }
                add(token, parser, tree, at);
                depth += token.isStructStart() ? 1 : 0;
                depth -= token.isStructEnd() ? 1 : 0;
            }
        } catch (JsonProcessingException broken) {
            JsonLocation at = broken.getLocation();
            throw new TemplateException(
                    file,
                    at == null ? 1 : Math.max(1, at.getLineNr()),
                    at == null ? 1 : Math.max(1, at.getColumnNr()),
                    "the file is no JSON: " + problem(broken));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return tree.root();
    }

    private static void add(JsonToken token, JsonParser parser, TreeBuilder tree, JsonLocation at) throws IOException {
        int line = at.getLineNr();
        int column = at.getColumnNr();
        switch (token) {
            case START_OBJECT -> tree.startMapping(tree.place(line, column));
            case START_ARRAY -> tree.startList(tree.place(line, column));
            case END_OBJECT, END_ARRAY -> tree.end();
            case FIELD_NAME -> tree.key(parser.currentName(), line, column);
            default -> tree.add(new Scalar(tree.place(line, column), kind(token), parser.getText()));
        }
    }

    private static Scalar.Kind kind(JsonToken token) {
        return switch (token) {
            case VALUE_STRING -> Scalar.Kind.STRING;
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Scalar.Kind.NUMBER;
            case VALUE_TRUE, VALUE_FALSE -> Scalar.Kind.BOOLEAN;
            default -> Scalar.Kind.NULL;
        };
    }

    private static String problem(JsonProcessingException broken) {
        String first =
                broken.getOriginalMessage().lines().findFirst().orElse("").strip();
        return Shown.plain(first.replaceAll("\\s*[(\\[]\\s*(start marker|Source).*", ""));
    }
}

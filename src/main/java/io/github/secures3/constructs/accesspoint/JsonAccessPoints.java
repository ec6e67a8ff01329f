package io.github.secures3.constructs.accesspoint;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads access points from JSON: a list of objects with {@code name}, {@code vpc}, {@code owner}, {@code tags} (an object of strings) and {@code
 * grants}, a list of objects with {@code access}, {@code prefix} and {@code principals} (a list of strings).
 */
final class JsonAccessPoints {

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(8)
                    .maxStringLength(8_192)
                    .maxNameLength(1_024)
                    .build())
            .build();

    private final Refusal refusal;
    private final String file;
    private final ListedPoints points;

    private record Grant(long line, String access, String prefix, List<String> principals) {}

    JsonAccessPoints(Refusal refusal, String file) {
        this.refusal = refusal;
        this.file = file;
        this.points = new ListedPoints(refusal, file);
    }

    List<AccessPoint> read(Reader text) throws IOException {
        try (JsonParser json = JSON.createParser(text)) {
            json.nextToken();
            expect(json, JsonToken.START_ARRAY, "a list of access points");
            while (json.nextToken() != JsonToken.END_ARRAY) {
                point(json);
            }
            boolean ended = json.nextToken() == null;
            at(json).unless(ended, () -> "something stands behind the list; leave it out");
            return points.all();
        } catch (JsonProcessingException malformed) {
            long line = malformed.getLocation() == null
                    ? 1
                    : malformed.getLocation().getLineNr();
            throw refusal.at(file, Math.max(line, 1))
                    .because("this is not valid JSON: " + malformed.getOriginalMessage());
        }
    }

    private void point(JsonParser json) throws IOException {
        expect(json, JsonToken.START_OBJECT, "an access point, which is an object");
        long line = json.currentTokenLocation().getLineNr();
        String name = "";
        String vpc = "";
        String owner = "";
        Map<String, String> tags = Map.of();
        List<Grant> grants = List.of();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String field = json.currentName();
            json.nextToken();
            switch (field) {
                case "name" -> name = text(json, field);
                case "vpc" -> vpc = text(json, field);
                case "owner" -> owner = text(json, field);
                case "tags" -> tags = tags(json);
                case "grants" -> grants = grants(json);
                default -> throw unknown(json, field, "name, vpc, owner, tags, grants");
            }
        }
        points.newPoint(line, name, vpc, owner, tags);
        for (Grant grant : grants) {
            points.grant(grant.line(), name, grant.access(), grant.prefix(), grant.principals());
        }
    }

    private Map<String, String> tags(JsonParser json) throws IOException {
        expect(json, JsonToken.START_OBJECT, "an object of tags");
        Map<String, String> tags = new TreeMap<>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String key = json.currentName();
            json.nextToken();
            tags.put(key, text(json, key));
        }
        return tags;
    }

    private List<Grant> grants(JsonParser json) throws IOException {
        expect(json, JsonToken.START_ARRAY, "a list of grants");
        List<Grant> grants = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            grants.add(grant(json));
        }
        return grants;
    }

    private Grant grant(JsonParser json) throws IOException {
        expect(json, JsonToken.START_OBJECT, "a grant, which is an object");
        long line = json.currentTokenLocation().getLineNr();
        String access = "";
        String prefix = "";
        List<String> principals = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String field = json.currentName();
            json.nextToken();
            switch (field) {
                case "access" -> access = text(json, field);
                case "prefix" -> prefix = text(json, field);
                case "principals" -> {
                    expect(json, JsonToken.START_ARRAY, "a list of principals");
                    while (json.nextToken() != JsonToken.END_ARRAY) {
                        principals.add(text(json, field));
                    }
                }
                default -> throw unknown(json, field, "access, prefix, principals");
            }
        }
        return new Grant(line, access, prefix, principals);
    }

    private String text(JsonParser json, String field) throws IOException {
        expect(json, JsonToken.VALUE_STRING, "a string for '" + field + "'");
        return json.getText();
    }

    private RuntimeException unknown(JsonParser json, String field, String known) {
        return at(json).because("field '" + field + "' is not known; write " + known);
    }

    private void expect(JsonParser json, JsonToken token, String what) {
        at(json).unless(
                        json.currentToken() == token,
                        () -> "here must stand " + what + ", not "
                                + (json.currentToken() == null ? "the end of the file" : json.currentToken()));
    }

    private Refusal at(JsonParser json) {
        return refusal.at(file, Math.max(json.currentTokenLocation().getLineNr(), 1));
    }
}

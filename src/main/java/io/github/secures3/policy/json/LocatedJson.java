package io.github.secures3.policy.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import io.github.secures3.policy.json.LocatedValue.ArrayValue;
import io.github.secures3.policy.json.LocatedValue.Member;
import io.github.secures3.policy.json.LocatedValue.ObjectValue;
import io.github.secures3.policy.json.LocatedValue.Scalar;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns a text into located values, refusing what is no JSON (RFC 8259) or would read differently elsewhere. */
final class LocatedJson {

    /** A policy nests six levels; the recursion below goes no deeper than this. */
    static final int DEEPEST = 16;

    // Names come from the input: interning them would let hostile documents fill a table that outlives them.
    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    /** What the parser adds for programmers: its own options, and where in its buffer it stands. */
    private static final Pattern PARSER_ADVICE =
            Pattern.compile("(: maybe a \\(|: enable |\\s*[(\\[]\\s*(start marker|Source|not recognized)).*");

    private final JsonParser parser;
    private final Faults faults;

    private LocatedJson(JsonParser parser, Faults faults) {
        this.parser = parser;
        this.faults = faults;
    }

    static LocatedValue parse(String text, Faults faults) {
        if (text.startsWith("\uFEFF")) {
            throw faults.at(Position.START, "the text starts with a byte order mark; save it as UTF-8 without one");
        }
        try (JsonParser parser = JSON.createParser(text)) {
            return new LocatedJson(parser, faults).document();
        } catch (JsonProcessingException broken) {
            throw faults.at(Position.of(broken.getLocation()), problem(broken));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private LocatedValue document() throws IOException {
        if (parser.nextToken() == null) {
            throw faults.at(Position.START, "the text is empty; a policy is a JSON object");
        }
        LocatedValue value = value(1);
        if (parser.nextToken() != null) {
            throw faults.at(here(), "the text goes on after the policy has ended; a policy is one JSON object");
        }
        return value;
    }

    private LocatedValue value(int depth) throws IOException {
        if (depth > DEEPEST) {
            throw faults.at(here(), "the text nests deeper than " + DEEPEST + " levels; no policy does");
        }
        Position at = here();
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> object(at, depth);
            case START_ARRAY -> array(at, depth);
            case VALUE_STRING -> new Scalar(at, Scalar.Kind.STRING, clean(parser.getText(), at));
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
                new Scalar(at, Scalar.Kind.NUMBER, finite(parser.getText(), at));
            case VALUE_TRUE, VALUE_FALSE -> new Scalar(at, Scalar.Kind.BOOLEAN, parser.getText());
            case VALUE_NULL -> new Scalar(at, Scalar.Kind.NULL, "null");
            default -> throw new IllegalStateException("the JSON parser gave " + token + " where a value starts");
        };
    }

    private ObjectValue object(Position at, int depth) throws IOException {
        List<Member> members = new ArrayList<>();
        Map<String, Position> seen = new HashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            Position nameAt = here();
            String name = clean(parser.currentName(), nameAt);
            Position first = seen.putIfAbsent(name, nameAt);
            if (first != null) {
                throw faults.at(
                        nameAt,
                        "the name " + Shown.quoted(name) + " stands twice in one object, first in line " + first.line()
                                + ", column " + first.column() + "; keep one");
            }
            parser.nextToken();
            members.add(new Member(nameAt, name, value(depth + 1)));
        }
        return new ObjectValue(at, members);
    }

    private ArrayValue array(Position at, int depth) throws IOException {
        List<LocatedValue> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value(depth + 1));
        }
        return new ArrayValue(at, elements);
    }

    private Position here() {
        return Position.of(parser.currentTokenLocation());
    }

    /** A string that every reader of JSON understands alike. */
    private String clean(@Nullable String text, Position at) {
        if (text == null) {
            throw new IllegalStateException("the JSON parser gave no text at a name");
        }
        for (int next = 0; next < text.length(); next++) {
            char c = text.charAt(next);
            if (c == '\0') {
                throw faults.at(at, "the string " + Shown.quoted(text) + " holds a NUL character; take it out");
            }
            if (Character.isHighSurrogate(c)
                    && next + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(next + 1))) {
                next++;
            } else if (Character.isSurrogate(c)) {
                throw faults.at(
                        at,
                        "the string " + Shown.quoted(text)
                                + " holds half of a surrogate pair, which is no character; take it out");
            }
        }
        return text;
    }

    /** A number that arithmetic can hold; its digits stay as they are. */
    private String finite(String text, Position at) {
        double value = Double.parseDouble(text);
        boolean vanishes = value == 0 && text.split("[eE]", 2)[0].chars().anyMatch(c -> c >= '1' && c <= '9');
        if (Double.isInfinite(value) || vanishes) {
            throw faults.at(
                    at,
                    "the number " + Shown.shortened(text)
                            + " is out of range; a policy compares numbers between 1e-300 and 1e300");
        }
        return text;
    }

    private static String problem(JsonProcessingException broken) {
        if (broken instanceof JsonEOFException) {
            return "the text ends in the middle of the policy; close all strings, arrays and objects";
        }
        if (broken instanceof StreamConstraintsException) {
            return "a name or number is longer than any that a policy needs";
        }
        String message = broken.getOriginalMessage().lines().findFirst().orElse("");
        return "the text is no JSON: "
                + Shown.shortened(PARSER_ADVICE.matcher(message).replaceFirst(""), 120);
    }
}

package io.github.secures3.analysis.evaluate.estate;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.secures3.analysis.evaluate.Organization;
import io.github.secures3.analysis.evaluate.Outcome;
import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.template.EstateReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Templates, and requests with the answers that they must get.
 *
 * <p>Lines before the requests: {@code in ACCOUNT REGION: TEMPLATE...} of the golden templates or the examples, {@code always: KEY=VALUE...} and {@code absent: KEY...} for
 * context keys of every request, {@code organization: ID MANAGEMENT MEMBER...}, {@code within: ID...}. Then a request a line:
 * {@code ANSWER[:WHY] WHO ACTION RESOURCE [KEY=VALUE|KEY=|via=ENDPOINT]...}, where WHY stands in the reason, {@code KEY=} takes a key away and {@code _} in a
 * value is a space. {@code endpoints: open} says that the endpoints of which requests tell have AWS's default policy. The roles of {@code callers} can be named.
 */
final class RequestFile {

    private static final Path CALLERS = Path.of("src/test/resources/requests/callers");
    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, List<String>> always = new HashMap<>();
    private final List<String> within = new ArrayList<>();
    private final List<Line> requests = new ArrayList<>();
    private final Map<String, String> environments = new LinkedHashMap<>();
    private @Nullable Organization organization;
    private @Nullable String endpoints;

    /** One request and its answer. */
    record Line(String text, Outcome outcome, String why, EstateRequest request) {}

    static RequestFile read(Path file) throws IOException {
        RequestFile read = new RequestFile();
        for (String line : Files.readAllLines(file)) {
            String text = line.strip();
            if (!text.isEmpty() && !text.startsWith("#")) {
                read.line(text);
            }
        }
        return read;
    }

    List<Line> requests() {
        return requests;
    }

    /** The templates by their names below {@code golden}. */
    Set<String> templates() {
        return environments.keySet();
    }

    /** Reads the templates as one cloud assembly, each bound to its account and Region. */
    Estate estate(Path directory) throws IOException {
        ObjectNode artifacts = JSON.createObjectNode();
        JSON.readTree(CALLERS.resolve("manifest.json").toFile())
                .path("artifacts")
                .properties()
                .forEach(caller -> artifacts.set(caller.getKey(), caller.getValue()));
        try (Stream<Path> callers = Files.list(CALLERS)) {
            for (Path caller : callers.toList()) {
                Files.copy(caller, directory.resolve(caller.getFileName()));
            }
        }
        for (Map.Entry<String, String> template : environments.entrySet()) {
            String name = template.getKey().replace('/', '-');
            Files.copy(file(template.getKey()), directory.resolve(name));
            String stack = Path.of(template.getKey()).getFileName().toString().replaceFirst("[.].*", "");
            artifacts
                    .putObject(name.replace(".template.json", ""))
                    .put("type", "aws:cloudformation:stack")
                    .put("environment", template.getValue())
                    .putObject("properties")
                    .put("templateFile", name)
                    .put("stackName", stack);
        }
        ObjectNode manifest = JSON.createObjectNode();
        manifest.set("artifacts", artifacts);
        Files.writeString(directory.resolve("manifest.json"), manifest.toString());
        return EstateReader.read(directory);
    }

    private static Path file(String template) {
        return template.startsWith("examples/") ? Path.of(template) : GOLDEN.resolve(template);
    }

    private void line(String text) {
        String[] words = text.split("\\s+");
        List<String> rest = Stream.of(words).skip(1).toList();
        switch (words[0]) {
            case "in" -> templates(words[1], words[2].replace(":", ""), rest.subList(2, rest.size()));
            case "always:" -> rest.forEach(entry -> put(entry, always));
            case "absent:" -> rest.forEach(key -> always.put(key, List.of()));
            case "endpoints:" -> endpoints = rest.get(0);
            case "within:" -> within.addAll(rest);
            case "organization:" ->
                organization = Organization.of(rest.get(0), rest.get(1), rest.subList(2, rest.size()));
            default -> request(text, words[0].split(":", 2), rest);
        }
    }

    private void templates(String account, String region, List<String> names) {
        names.forEach(name -> environments.put(name, "aws://" + account + "/" + region));
    }

    private void request(String text, String[] answer, List<String> words) {
        Map<String, List<String>> context = new HashMap<>(always);
        String endpoint = null;
        for (String entry : words.subList(3, words.size())) {
            if (entry.startsWith("via=")) {
                endpoint = entry.substring(4);
            } else {
                put(entry, context);
            }
        }
        if (endpoint == null && Stream.of("aws:SourceVpce", "aws:SourceVpc").anyMatch(key -> isGiven(key, context))) {
            endpoint = endpoints;
        }
        Outcome outcome = Stream.of(Outcome.values())
                .filter(known -> known.text().equals(answer[0]))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no answer is called " + answer[0] + " in: " + text));
        EstateRequest request =
                new EstateRequest(words.get(0), words.get(1), words.get(2), context, endpoint, organization, within);
        requests.add(new Line(text, outcome, answer.length < 2 ? "" : answer[1].replace('_', ' '), request));
    }

    private static boolean isGiven(String key, Map<String, List<String>> context) {
        return !context.getOrDefault(key, List.of()).isEmpty();
    }

    private static void put(String entry, Map<String, List<String>> context) {
        int equals = entry.indexOf('=');
        String value = entry.substring(equals + 1).replace('_', ' ');
        context.put(entry.substring(0, equals), value.isEmpty() ? List.of() : List.of(value));
    }
}

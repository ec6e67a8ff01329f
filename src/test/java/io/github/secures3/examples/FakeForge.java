package io.github.secures3.examples;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The API of GitHub or GitLab on this machine: answers what it was told to, and remembers what it was asked to change. */
final class FakeForge implements AutoCloseable {

    private final HttpServer server;
    private final Map<String, String> answers = new TreeMap<>();
    private final List<String> queries = new ArrayList<>();
    private final Map<String, JsonNode> changes = new TreeMap<>();
    private final List<String> order = new ArrayList<>();

    FakeForge() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    /** Answers a call, such as {@code GET /user}, with this text; all other calls that only read are not found. */
    FakeForge answering(String call, String text) {
        answers.put(call, text);
        return this;
    }

    String address() {
        return "http://" + server.getAddress().getHostString() + ":"
                + server.getAddress().getPort();
    }

    /** The calls that change something, in their order. */
    List<String> order() {
        return List.copyOf(order);
    }

    /** What was sent with a call that changes something. */
    JsonNode sent(String call) {
        JsonNode sent = changes.get(call);
        if (sent == null) {
            throw new AssertionError("nobody called " + call + ", but " + order);
        }
        return sent;
    }

    /** The queries of all calls that read, after their paths. */
    List<String> queries() {
        return List.copyOf(queries);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String method = exchange.getRequestMethod();
            String call = method + " " + exchange.getRequestURI().getPath();
            byte[] body = exchange.getRequestBody().readAllBytes();
            if (method.equals("GET")) {
                queries.add(exchange.getRequestURI().toString());
            } else {
                order.add(call);
                changes.put(call, new ObjectMapper().readTree(body));
            }
            String text = answers.getOrDefault(call, method.equals("GET") ? null : "{}");
            byte[] answer = (text == null ? "{\"message\": \"Not Found\"}" : text).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(text == null ? 404 : 200, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

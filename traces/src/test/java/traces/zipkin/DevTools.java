package traces.zipkin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;

/** Speaks a browser's DevTools protocol: commands and events as JSON over a web socket. */
final class DevTools implements WebSocket.Listener {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Map<Integer, CompletableFuture<JsonNode>> asked = new ConcurrentHashMap<>();
    private final AtomicInteger numbers = new AtomicInteger();
    private final BiConsumer<String, JsonNode> events;
    private final StringBuilder message = new StringBuilder();
    private final WebSocket socket;
    private volatile String session = "";

    /** @param events is told the name and the parameters of each */
    DevTools(URI address, BiConsumer<String, JsonNode> events) {
        this.events = events;
        this.socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(address, this)
                .join();
    }

    /** From now on, everything is for this page. */
    void attach(String session) {
        this.session = session;
    }

    /** Asks and waits for the answer. */
    JsonNode ask(String method, Object... keysAndValues) {
        ObjectNode command = JSON.createObjectNode();
        int number = numbers.incrementAndGet();
        command.put("id", number).put("method", method);
        ObjectNode parameters = command.putObject("params");
        for (int i = 0; i < keysAndValues.length; i += 2) {
            parameters.set((String) keysAndValues[i], JSON.valueToTree(keysAndValues[i + 1]));
        }
        if (!session.isEmpty()) {
            command.put("sessionId", session);
        }
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        asked.put(number, answer);
        send(command);
        return await(answer, method);
    }

    // Events are heard on the socket's own thread, which may answer one.
    private synchronized void send(ObjectNode command) {
        socket.sendText(command.toString(), true).join();
    }

    private static JsonNode await(CompletableFuture<JsonNode> answer, String method) {
        try {
            JsonNode heard = answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            if (heard.has("error")) {
                throw new IllegalStateException(method + ": " + heard.get("error"));
            }
            return heard.get("result");
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException("no answer to " + method, e);
        }
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
        message.append(part);
        if (last) {
            heard(message.toString());
            message.setLength(0);
        }
        from.request(1);
        return null;
    }

    private void heard(String text) {
        JsonNode heard = parsed(text);
        CompletableFuture<JsonNode> waiting =
                heard.has("id") ? asked.remove(heard.get("id").asInt()) : null;
        if (waiting != null) {
            waiting.complete(heard);
        } else {
            events.accept(heard.path("method").asText(), heard.path("params"));
        }
    }

    private static JsonNode parsed(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}

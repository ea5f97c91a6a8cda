package coach.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * Waits until an open bar runs what was saved last.
 *
 * @param page the address of the bar's page
 * @param console takes a sentence when the wait is long, and another when what was saved does not run
 */
record BarStateClient(URI page, Consumer<String> console) {

    /** The state of a bar that does not say: one in containers, where compose restarts the services. */
    private static final BarState UNKNOWN = new BarState(true, "");

    private static final Duration LONGEST = Duration.ofMinutes(3);
    private static final long SILENT_MILLIS = 700;

    BarState await() throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(page.resolve(BarStateApi.PATH))
                .timeout(LONGEST)
                .build();
        BarState state = state(BarClient.open().sendAsync(request, BodyHandlers.ofString()));
        if (!state.problem().isEmpty()) {
            console.accept(state.problem());
        }
        return state;
    }

    private BarState state(CompletableFuture<HttpResponse<String>> coming) throws InterruptedException {
        try {
            HttpResponse<String> answer = patiently(coming);
            return answer.statusCode() == 200 ? new ObjectMapper().readValue(answer.body(), BarState.class) : UNKNOWN;
        } catch (ExecutionException | IOException e) {
            // The page does not answer: what is asked next says so better.
            return UNKNOWN;
        }
    }

    private <T> T patiently(CompletableFuture<T> coming) throws InterruptedException, ExecutionException {
        try {
            return coming.get(SILENT_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            console.accept("Waiting for the bar, which is starting what you have saved.");
            return coming.get();
        }
    }
}

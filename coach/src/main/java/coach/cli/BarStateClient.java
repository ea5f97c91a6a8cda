package coach.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
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

    private static final Duration LONGEST = Duration.ofMinutes(3);
    private static final long SILENT_MILLIS = 700;

    /** @return none where no page says: in containers, compose builds and restarts the services, and the page hears nothing */
    Optional<BarState> await() throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(page.resolve(BarStateApi.PATH))
                .timeout(LONGEST)
                .build();
        Optional<BarState> state = state(BarClient.open().sendAsync(request, BodyHandlers.ofString()));
        state.map(BarState::problem).filter(problem -> !problem.isEmpty()).ifPresent(console);
        return state;
    }

    private Optional<BarState> state(CompletableFuture<HttpResponse<String>> coming) throws InterruptedException {
        try {
            HttpResponse<String> answer = patiently(coming);
            return answer.statusCode() == 200
                    ? Optional.of(new ObjectMapper().readValue(answer.body(), BarState.class))
                    : Optional.empty();
        } catch (ExecutionException | IOException e) {
            // The page does not answer: what is asked next says so better.
            return Optional.empty();
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

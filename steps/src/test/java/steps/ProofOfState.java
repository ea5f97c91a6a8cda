package steps;

import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.function.Executable;

/** The tests of one state, which run one after another in a thread of their own; JUnit waits for their results. */
final class ProofOfState {

    private final String name;
    private final List<Part> parts = new ArrayList<>();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();

    ProofOfState(String name) {
        this.name = name;
    }

    private record Part(String name, Executable test, CompletableFuture<Void> result) {

        void run() {
            try {
                test.execute();
                result.complete(null);
            } catch (Throwable e) {
                // An assertion that fails is an error: JUnit gets it, and the other parts run.
                result.completeExceptionally(e);
            }
        }

        void await() throws Throwable {
            try {
                result.join();
            } catch (CompletionException e) {
                throw e.getCause();
            }
        }
    }

    void add(String part, Executable test) {
        parts.add(new Part(part, test, new CompletableFuture<>()));
    }

    void run() {
        parts.forEach(Part::run);
        ended.complete(null);
    }

    /** Is done when all tests have run. */
    CompletableFuture<Void> ended() {
        return ended;
    }

    DynamicContainer results() {
        return dynamicContainer(name, parts.stream().map(part -> dynamicTest(part.name(), part::await)));
    }
}

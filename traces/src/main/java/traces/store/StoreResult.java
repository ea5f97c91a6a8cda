package traces.store;

import java.util.Optional;

/**
 * The result of adding spans to the store.
 *
 * @param kept the number of spans that it keeps
 * @param refused the number of spans that it refused
 * @param why the reason for the first refusal, a sentence
 */
public record StoreResult(int kept, int refused, Optional<String> why) {}

package traces.store;

import java.util.Optional;

/**
 * What became of spans that were offered to the store.
 *
 * @param kept how many it keeps now
 * @param refused how many it doesn't
 * @param why the reason for the first that was refused, a sentence
 */
public record StoreResult(int kept, int refused, Optional<String> why) {}

package traces.store;

import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.WeakHashMap;

/** Keeps one of equal origins: a service says who it is again with every batch of spans. */
final class OriginCache {

    // Weak, so that an origin goes with its last span.
    private final Map<EncodedOrigin, WeakReference<EncodedOrigin>> all = new WeakHashMap<>();

    synchronized EncodedOrigin same(EncodedOrigin origin) {
        WeakReference<EncodedOrigin> known = all.get(origin);
        EncodedOrigin same = known == null ? null : known.get();
        if (same == null) {
            all.put(origin, new WeakReference<>(origin));
            return origin;
        }
        return same;
    }
}

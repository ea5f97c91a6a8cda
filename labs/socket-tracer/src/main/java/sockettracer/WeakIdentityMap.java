package sockettracer;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Notes about objects of the program, which are dropped with them. */
final class WeakIdentityMap<V> {

    private final Map<Key, V> values = new ConcurrentHashMap<>();
    private final ReferenceQueue<Object> dropped = new ReferenceQueue<>();

    V get(Object object) {
        return values.get(new Key(object, null));
    }

    void put(Object object, V value) {
        for (Reference<?> key = dropped.poll(); key != null; key = dropped.poll()) {
            values.remove(key);
        }
        values.put(new Key(object, dropped), value);
    }

    private static final class Key extends WeakReference<Object> {

        private final int hash;

        Key(Object object, ReferenceQueue<Object> queue) {
            super(object, queue);
            hash = System.identityHashCode(object);
        }

        @Override
        public int hashCode() {
            return hash;
        }

        @Override
        public boolean equals(Object other) {
            return this == other || other instanceof Key key && get() != null && get() == key.get();
        }
    }
}

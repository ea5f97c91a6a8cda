package traces.zipkin;

import java.util.Set;

/** The names that a machine has for itself alone. */
public final class LoopbackNames {

    private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

    private LoopbackNames() {}

    /** @param host as it stands in a URL, so an address of IPv6 in brackets */
    public static boolean isMeantBy(String host) {
        return NAMES.contains(host);
    }
}

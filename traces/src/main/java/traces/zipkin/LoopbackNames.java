package traces.zipkin;

import java.util.Set;

/** The host names of the loopback interface. */
public final class LoopbackNames {

    private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

    private LoopbackNames() {}

    /** @param host as written in a URL: an IPv6 address is in brackets */
    public static boolean isMeantBy(String host) {
        return NAMES.contains(host);
    }
}

package coach.bar.database;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Makes passwords. */
public final class Secret {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 16;

    private Secret() {}

    /** In hexadecimal digits, which need no quotes in a URL, a shell or a file of settings. */
    public static String make() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}

package accesslog.join;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Lists how an operation ended, as far as the log says. */
public enum End {
    RESULT,
    /** Its connection was closed, or its server was restarted. */
    CLOSE,
    ABANDON,
    /** The input ended first. */
    EOF;

    private final byte[] ascii = name().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.US_ASCII);

    /** Its word in JSON, not to be changed. */
    public byte[] ascii() {
        return ascii;
    }
}

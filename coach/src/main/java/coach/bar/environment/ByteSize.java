package coach.bar.environment;

import java.util.Locale;

/** Formats a number of bytes for people. */
public final class ByteSize {

    private static final long GIGABYTE = 1_000_000_000;
    private static final long MEGABYTE = 1_000_000;

    private ByteSize() {}

    // 1234567890 -> 1.2 GB, 98765432 -> 99 MB
    public static String of(long bytes) {
        return bytes < GIGABYTE
                ? Math.round(bytes / (double) MEGABYTE) + " MB"
                : String.format(Locale.ROOT, "%.1f GB", bytes / (double) GIGABYTE);
    }
}

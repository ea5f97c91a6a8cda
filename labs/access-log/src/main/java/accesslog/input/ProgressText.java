package accesslog.input;

import java.util.Locale;

/** Says how much of the input was read, how fast, and how long the rest will take. The total is 0 where it is not known. */
public record ProgressText(long total) {

    private static final double MEGA = 1e6;

    // "512 of 2,000 MB, 256 MB/s, 6 s left"
    public String of(long bytes, long nanos) {
        double rate = bytes / (nanos / 1e9);
        String text = String.format(Locale.ROOT, "%,.0f", bytes / MEGA);
        if (total > 0) {
            text += String.format(Locale.ROOT, " of %,.0f", total / MEGA);
        }
        text += String.format(Locale.ROOT, " MB, %,.0f MB/s", rate / MEGA);
        return total <= bytes || rate == 0
                ? text
                : text + String.format(Locale.ROOT, ", %,.0f s left", Math.ceil((total - bytes) / rate));
    }
}

package coach.cli.offline;

import coach.bar.environment.ByteSize;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Counts what Maven says that it has fetched. */
final class FetchProgress {

    private static final int TELL_EVERY = 100;
    private static final Pattern LINE = Pattern.compile("Downloaded from .*\\(([0-9.]+) ([kMG]?B)(?: at .*)?\\)");
    private static final Map<String, Double> UNITS = Map.of("B", 1.0, "kB", 1e3, "MB", 1e6, "GB", 1e9);

    private int files;
    private double bytes;

    // "[INFO] Downloaded from central: https://…/h2.jar (2.6 MB at 8.1 MB/s)" -> one more, and 2.6 MB
    void hear(String line, Consumer<String> progress) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.find()) {
            return;
        }
        files++;
        bytes += Double.parseDouble(matcher.group(1)) * UNITS.get(matcher.group(2));
        if (files % TELL_EVERY == 0) {
            progress.accept("%d files fetched, %s".formatted(files, ByteSize.of(bytes())));
        }
    }

    int files() {
        return files;
    }

    long bytes() {
        return Math.round(bytes);
    }
}

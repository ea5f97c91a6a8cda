package accesslog.input;

import java.nio.file.Path;

/** Names one file of the input, and its place in the order of reading; without a path it is the standard input. */
public record LogFile(int index, Path path) {

    public String name() {
        return path == null ? "-" : path.getFileName().toString();
    }

    boolean isZipped() {
        return path != null && name().endsWith(".gz");
    }

    @Override
    public String toString() {
        return path == null ? "standard input" : path.toString();
    }
}

package accesslog.input;

import java.io.IOException;
import java.io.InputStream;

/** Stands for a file that could not be opened, and says why when it is read. */
final class FailedStream extends InputStream {

    private final IOException why;

    FailedStream(IOException why) {
        this.why = why;
    }

    @Override
    public int read() throws IOException {
        throw why;
    }
}

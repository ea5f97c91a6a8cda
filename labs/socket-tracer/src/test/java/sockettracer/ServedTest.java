package sockettracer;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

class ServedTest {

    private static final int PIECE = 8192;
    private static final int PIECES = 1000;

    /** The accepted connection of a request. */
    private final Object socket = new Object();

    private void write(byte[] bytes) {
        Tracer.wrote(socket, Sample.bytes(bytes), null);
    }

    /** Each piece is looked at, and not all of the answer again: that would be gigabytes here. */
    @Test
    void takesLittleMemory_whenALongAnswerIsWrittenInManyPieces() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        byte[] piece = new byte[PIECE];
        Tracer.read(socket, null, 1);
        Section section = Tracer.section("test");
        section.close();
        write(Sample.utf8("HTTP/1.1 200 OK\r\nContent-Length: " + PIECES * PIECE + "\r\n\r\n"));
        long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());

        for (int i = 0; i < PIECES; i++) {
            write(piece);
        }

        long allocated = threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
        assertThat(allocated).isLessThan(20L * PIECES * PIECE);
        assertThat(Recording.of(section).answer()).hasSize(1 << 20);
    }
}

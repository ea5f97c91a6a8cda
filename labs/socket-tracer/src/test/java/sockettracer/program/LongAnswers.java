package sockettracer.program;

import java.io.IOException;
import java.net.Socket;
import sockettracer.Section;
import sockettracer.Tracer;

/** Exchanges far more bytes with an echo, in one section, than its heap could hold. */
public final class LongAnswers {

    public static final int CALLS = 600;
    public static final int BYTES = 60_000;

    private LongAnswers() {}

    public static void main(String[] args) throws IOException {
        byte[] bytes = new byte[BYTES];
        try (Section section = Tracer.section("long");
                Socket socket = new Socket("127.0.0.1", Integer.parseInt(args[0]))) {
            for (int i = 0; i < CALLS; i++) {
                socket.getOutputStream().write(bytes);
                for (int left = BYTES; left > 0; ) {
                    left -= socket.getInputStream().read(bytes, 0, left);
                }
            }
        }
        System.out.println("It runs.");
    }
}

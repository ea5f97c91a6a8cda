package sockettracer.program;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Makes one visit, waits until it is told to go on, and makes the other: in between, an agent can be attached. */
public final class Visits {

    private Visits() {}

    public static void main(String[] args) throws IOException {
        int port = Integer.parseInt(args[0]);
        visit(port);
        System.out.println("waiting");
        System.in.read();
        visit(port);
    }

    static void visit(int port) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream()
                    .write("GET /visit HTTP/1.1\r\nHost: shop\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            socket.getInputStream().readAllBytes();
        }
    }
}

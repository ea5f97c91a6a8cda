package sockettracer.program;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.ByteArrayInputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLContext;
import sockettracer.Section;
import sockettracer.Tracer;

/** Makes calls whose text cannot be read on the way: over TLS, on a socket and on a channel, and the first bytes of HTTP/2. */
public final class Unreadable {

    private Unreadable() {}

    /** @param args the port of an echo; the key of the TLS server is where {@code javax.net.ssl.keyStore} says */
    public static void main(String[] args) throws Exception {
        HttpsServer server = HttpsServer.create(new InetSocketAddress("localhost", 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(SSLContext.getDefault()));
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 5);
            exchange.getResponseBody().write("donut".getBytes(StandardCharsets.US_ASCII));
            exchange.close();
        });
        server.start();
        URI url = URI.create("https://localhost:" + server.getAddress().getPort() + "/secret");
        try (Section section = Tracer.section("tls, socket")) {
            URL same = url.toURL();
            System.out.println(new String(same.openStream().readAllBytes(), StandardCharsets.US_ASCII));
        }
        try (Section section = Tracer.section("tls, channel")) {
            System.out.println(HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofString())
                    .body());
        }
        server.stop(0);
        try (Section section = Tracer.section("http/2");
                Socket socket = new Socket("127.0.0.1", Integer.parseInt(args[0]))) {
            byte[] preface = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
            new ByteArrayInputStream(preface).transferTo(socket.getOutputStream());
            socket.getInputStream().readNBytes(preface.length);
        }
    }
}

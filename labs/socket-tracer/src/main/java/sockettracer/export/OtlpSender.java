package sockettracer.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import sockettracer.Recording;

/**
 * Sends each section to an OTLP/HTTP receiver.
 *
 * <p>Over a bare socket: another agent in the JVM would trace an HTTP client, and take the tracer's traffic for the program's.
 */
public final class OtlpSender implements Consumer<Recording> {

    private static final int TIMEOUT_MILLIS = 3000;

    private final URI url;
    private final String service;

    public OtlpSender(URI url, String service) {
        this.url = url;
        this.service = service;
    }

    /**
     * Reads such as {@code http://localhost:4318}, whose path is OTLP's own where it has none.
     *
     * @throws IllegalArgumentException with a sentence that says what is wrong
     */
    public static URI endpoint(String text) {
        try {
            URI url = URI.create(text);
            if ("http".equals(url.getScheme()) && url.getHost() != null) {
                int port = url.getPort() < 0 ? 4318 : url.getPort();
                String path = url.getPath().length() < 2 ? "/v1/traces" : url.getPath();
                return URI.create("http://" + url.getHost() + ":" + port + path);
            }
        } catch (IllegalArgumentException e) {
            // Said below.
        }
        throw new IllegalArgumentException("otlp is '" + text + "', and should look like http://localhost:4318");
    }

    @Override
    public void accept(Recording recording) {
        byte[] body = OtlpJson.of(recording, service).getBytes(StandardCharsets.US_ASCII);
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(url.getHost(), url.getPort()), TIMEOUT_MILLIS);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            OutputStream out = socket.getOutputStream();
            out.write(head(body.length).getBytes(StandardCharsets.US_ASCII));
            out.write(body);
            String status =
                    new String(socket.getInputStream().readNBytes("HTTP/1.1 200".length()), StandardCharsets.US_ASCII);
            if (!status.endsWith(" 200")) {
                throw new IOException("it answered '" + status + "'");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(url + " did not take the trace: " + e.getMessage(), e);
        }
    }

    private String head(int length) {
        return "POST " + url.getPath() + " HTTP/1.1\r\nHost: " + url.getAuthority()
                + "\r\nContent-Type: application/json\r\n" + "Content-Length: " + length
                + "\r\nConnection: close\r\n\r\n";
    }
}

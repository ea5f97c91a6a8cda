package traces.otlp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.zip.GZIPOutputStream;

/**
 * Sends to a receiver: {@code OtlpPost.to(url).as("application/json").body("{}").send()}; as protobuf unless told
 * otherwise.
 */
final class OtlpPost {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final HttpRequest.Builder request;

    private OtlpPost(String url) {
        request = HttpRequest.newBuilder(URI.create(url));
        request.setHeader("Content-Type", "application/x-protobuf").POST(BodyPublishers.noBody());
    }

    static OtlpPost to(String url) {
        return new OtlpPost(url);
    }

    OtlpPost as(String contentType) {
        return header("Content-Type", contentType);
    }

    OtlpPost header(String name, String value) {
        request.setHeader(name, value);
        return this;
    }

    OtlpPost body(String text) {
        return body(text.getBytes(UTF_8));
    }

    OtlpPost body(byte[] bytes) {
        return body(BodyPublishers.ofByteArray(bytes));
    }

    /** Without a Content-Length. */
    OtlpPost chunked(byte[] bytes) {
        return body(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes)));
    }

    OtlpPost zipped(byte[] bytes) throws IOException {
        return header("Content-Encoding", "gzip").body(zip(bytes));
    }

    private OtlpPost body(BodyPublisher body) {
        request.POST(body);
        return this;
    }

    HttpResponse<byte[]> send() throws IOException, InterruptedException {
        return CLIENT.send(request.build(), BodyHandlers.ofByteArray());
    }

    /** So many zeros, without having them all. */
    static byte[] zipOfZeros(long count) throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        byte[] some = new byte[1 << 16];
        try (OutputStream zip = new GZIPOutputStream(zipped)) {
            for (long written = 0; written < count; written += some.length) {
                zip.write(some);
            }
        }
        return zipped.toByteArray();
    }

    static byte[] zip(byte[] bytes) throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (OutputStream zip = new GZIPOutputStream(zipped)) {
            zip.write(bytes);
        }
        return zipped.toByteArray();
    }
}

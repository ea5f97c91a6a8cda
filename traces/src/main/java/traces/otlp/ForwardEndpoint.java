package traces.otlp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Another receiver of OTLP over HTTP: Jaeger, a collector, a vendor. */
final class ForwardEndpoint {

    private static final Duration TIME_TO_CONNECT = Duration.ofSeconds(5);
    private static final Duration TIME_TO_ANSWER = Duration.ofSeconds(10);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIME_TO_CONNECT)
            .build();

    private final URI base;
    private final HttpRequest.Builder prepared;

    private ForwardEndpoint(URI base, HttpRequest.Builder prepared) {
        this.base = base;
        this.prepared = prepared;
    }

    /**
     * @param headers {@code key=value,key2=value2} with percent signs as in URLs, as OTEL_EXPORTER_OTLP_HEADERS has them
     * @throws InvalidForwarding when either isn't understood
     */
    static ForwardEndpoint at(String url, String headers) {
        URI base = base(url);
        HttpRequest.Builder prepared = HttpRequest.newBuilder(base).timeout(TIME_TO_ANSWER);
        for (String header : headers.isBlank() ? new String[0] : headers.split(",")) {
            addHeader(prepared, header);
        }
        return new ForwardEndpoint(base, prepared);
    }

    private static URI base(String url) {
        String text = url.strip().replaceFirst("/+$", "");
        try {
            URI base = new URI(text);
            boolean web = "http".equalsIgnoreCase(base.getScheme()) || "https".equalsIgnoreCase(base.getScheme());
            boolean plain = base.getHost() != null && base.getPort() <= 65_535 && text.indexOf('@') < 0;
            if (web && plain && base.getQuery() == null && base.getFragment() == null && !text.endsWith("/v1/traces")) {
                return base;
            }
        } catch (URISyntaxException e) {
            // Answered below.
        }
        throw new InvalidForwarding(
                OtlpForwarder.URL + " is '" + url
                        + "'. It should be where OTLP over HTTP is received, without /v1/traces,"
                        + " such as http://localhost:14318 (a password would go into " + OtlpForwarder.HEADERS + ").",
                null);
    }

    private static void addHeader(HttpRequest.Builder prepared, String header) {
        int equals = header.indexOf('=');
        try {
            String value = URLDecoder.decode(header.substring(equals + 1).replace("+", "%2B"), StandardCharsets.UTF_8);
            prepared.setHeader(header.substring(0, equals).strip(), value.strip());
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            // The value stays unsaid: it may be a secret.
            throw new InvalidForwarding(
                    OtlpForwarder.HEADERS + " has '"
                            + header.substring(0, Math.max(0, equals)).strip() + "', which is not understood."
                            + " It should look like api-key=abc,team=beer.",
                    e);
        }
    }

    boolean isLocal(int port) {
        return base.getPort() == port && isThisMachine();
    }

    private boolean isThisMachine() {
        try {
            InetAddress address = InetAddress.getByName(base.getHost());
            return address.isLoopbackAddress() || address.isAnyLocalAddress();
        } catch (UnknownHostException e) {
            // It may be known later, and isn't us.
            return false;
        }
    }

    /** Whether its host is known by name just now. */
    boolean hasAddress() {
        try {
            InetAddress.getByName(base.getHost());
            return true;
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** @return the status of the answer */
    int send(ForwardQueue.Export export) throws IOException, InterruptedException {
        HttpRequest.Builder request = prepared.copy()
                .uri(URI.create(base + export.path()))
                .setHeader("Content-Type", export.contentType())
                .POST(BodyPublishers.ofByteArray(export.body().sent()));
        if (export.body().zipped()) {
            request.setHeader("Content-Encoding", "gzip");
        }
        HttpResponse<Void> answer = client.send(request.build(), BodyHandlers.discarding());
        return answer.statusCode();
    }

    @Override
    public String toString() {
        return base.toString();
    }
}

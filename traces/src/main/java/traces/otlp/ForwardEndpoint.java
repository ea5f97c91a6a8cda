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
import java.util.Map;
import java.util.Optional;

/** Another receiver of OTLP over HTTP: Jaeger, a collector, a vendor. */
final class ForwardEndpoint {

    /** The setting with the URL of the endpoint. */
    static final String URL = "FORWARD_OTLP_TO";

    /** The setting with the URL of an endpoint that may not exist: then exports are dropped, without a word. */
    static final String IF_FOUND = "FORWARD_OTLP_IF_FOUND";

    /** The setting with the headers that the endpoint wants, such as an API key. */
    static final String HEADERS = "FORWARD_OTLP_HEADERS";

    /** An export as it came. */
    record Export(String path, String contentType, RequestBody body) {

        /** The memory that an export takes without a body. */
        private static final int OVERHEAD = 300;

        long bytes() {
            return body.sent().length + OVERHEAD;
        }
    }

    private static final Duration TIME_TO_CONNECT = Duration.ofSeconds(5);
    private static final Duration TIME_TO_ANSWER = Duration.ofSeconds(10);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIME_TO_CONNECT)
            .build();

    private final URI base;
    private final HttpRequest.Builder prepared;
    private final boolean mayBeAbsent;

    private ForwardEndpoint(URI base, HttpRequest.Builder prepared, boolean mayBeAbsent) {
        this.base = base;
        this.prepared = prepared;
        this.mayBeAbsent = mayBeAbsent;
    }

    /**
     * Returns the endpoint that the environment names; none where it names none.
     *
     * @throws InvalidForwarding when a setting isn't understood
     */
    static Optional<ForwardEndpoint> from(Map<String, String> env) {
        boolean mayBeAbsent = env.getOrDefault(URL, "").isBlank();
        return Optional.ofNullable(env.get(mayBeAbsent ? IF_FOUND : URL))
                .filter(url -> !url.isBlank())
                .map(url -> at(url, env.getOrDefault(HEADERS, ""), mayBeAbsent));
    }

    /**
     * @param headers {@code key=value,key2=value2} with percent signs as in URLs, as OTEL_EXPORTER_OTLP_HEADERS has
     *     them
     */
    static ForwardEndpoint at(String url, String headers, boolean mayBeAbsent) {
        URI base = base(url);
        HttpRequest.Builder prepared = HttpRequest.newBuilder(base).timeout(TIME_TO_ANSWER);
        for (String header : headers.isBlank() ? new String[0] : headers.split(",")) {
            addHeader(prepared, header);
        }
        return new ForwardEndpoint(base, prepared, mayBeAbsent);
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
                URL + " is '" + url
                        + "'. It should be where OTLP over HTTP is received, without /v1/traces,"
                        + " such as http://localhost:14318 (a password would go into " + HEADERS + ").",
                null);
    }

    private static void addHeader(HttpRequest.Builder prepared, String header) {
        int equals = header.indexOf('=');
        try {
            String value = URLDecoder.decode(header.substring(equals + 1).replace("+", "%2B"), StandardCharsets.UTF_8);
            prepared.setHeader(header.substring(0, equals).strip(), value.strip());
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            // Without the value: it may be a secret.
            throw new InvalidForwarding(
                    HEADERS + " has '"
                            + header.substring(0, Math.max(0, equals)).strip() + "', which is not understood."
                            + " It should look like api-key=abc,team=red.",
                    e);
        }
    }

    boolean isLocal(int port) {
        return base.getPort() == port
                && address()
                        .filter(address -> address.isLoopbackAddress() || address.isAnyLocalAddress())
                        .isPresent();
    }

    /**
     * Returns whether it may be absent, and its host has no address just now: a compose profile starts and ends a
     * container.
     */
    boolean isAbsent() {
        return mayBeAbsent && address().isEmpty();
    }

    private Optional<InetAddress> address() {
        try {
            return Optional.of(InetAddress.getByName(base.getHost()));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    /** Sends an export; returns the status of the answer. */
    int send(Export export) throws IOException, InterruptedException {
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

package coach.latency;

import coach.bar.Bar;
import coach.bar.BarPlan;
import coach.bar.Distance;
import coach.bar.Ports;
import coach.bar.Tracing;
import coach.code.Code;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Two shipped bars beside each other on free ports, the same in everything. */
final class TwoBars implements AutoCloseable {

    private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Bar one;
    private final Bar other;

    private TwoBars(Bar one, Bar other) {
        this.one = one;
        this.other = other;
    }

    static TwoBars open() {
        Bar one = openBar();
        try {
            return new TwoBars(one, openBar());
        } catch (RuntimeException e) {
            one.close();
            throw e;
        }
    }

    /** Both sides, asked for this path. */
    Turns turns(String path) {
        return new Turns(side(one, path), side(other, path), System::nanoTime);
    }

    private Side side(Bar bar, String path) {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(bar.appUrl() + path)).build();
        return new Side() {
            @Override
            public String name() {
                return bar.appUrl() + path;
            }

            @Override
            public void request() throws IOException, InterruptedException {
                int status = http.send(request, HttpResponse.BodyHandlers.ofByteArray())
                        .statusCode();
                if (status != 200) {
                    throw new IOException(name() + " answered " + status);
                }
            }
        };
    }

    private static Bar openBar() {
        int port = Ports.free();
        Path target = Path.of("target", "bars", Integer.toString(port)).toAbsolutePath();
        return new Bar(
                        new BarPlan(
                                REPOSITORY,
                                Code.shipped(REPOSITORY),
                                target.resolve("run"),
                                target.resolve("logs"),
                                port,
                                Ports.free(),
                                Distance.DEFAULT,
                                Optional.empty(),
                                new Tracing(Ports.free(), Ports.free(), false, Map.of()),
                                true),
                        (part, line) -> {})
                .open();
    }

    @Override
    public void close() {
        try (one;
                other) {
            // Closing is all there is to do, of both even where one fails.
        }
    }
}

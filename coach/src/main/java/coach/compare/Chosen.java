package coach.compare;

import coach.draw.SavedTrace;
import coach.receive.OtlpJson;
import coach.store.Traces;
import coach.trace.Printable;
import coach.trace.Trace;
import coach.workshop.BarOptions;
import coach.workshop.CannotOpen;
import coach.workshop.Workshop;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A trace that somebody named: one of the open bar's, or a file that holds one.
 *
 * @param page the address of the page that can show it, which none can show of a file
 */
record Chosen(Trace trace, Optional<URI> page) {

    private static final long MOST_BYTES = 200L << 20;

    static Chosen of(String which, BarOptions bar, Function<BarOptions, Traces> bars) {
        Optional<Path> file = SavedTrace.named(which);
        if (file.isPresent()) {
            return new Chosen(read(file.get()), Optional.empty());
        }
        Traces traces = bars.apply(bar);
        return new Chosen(traces.find(which), Optional.of(traces.page()));
    }

    private static Trace read(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw noTrace(file, "It is larger than " + (MOST_BYTES >> 20) + " MB.");
            }
            List<Trace> traces = Trace.of(OtlpJson.read(Files.readAllBytes(file)));
            if (traces.size() != 1) {
                throw noTrace(file, "It holds " + Words.count(traces.size(), "trace") + ".");
            }
            return traces.get(0);
        } catch (IOException e) {
            throw noTrace(file, Printable.of(String.valueOf(e.getMessage())));
        }
    }

    private static CannotOpen noTrace(Path file, String seen) {
        return new CannotOpen("The file %s should hold one trace, as JSON. %s%nNext: %s"
                .formatted(
                        Printable.of(file.toString()),
                        seen,
                        Workshop.command("trace last --json > "
                                + Printable.of(file.getFileName().toString()))));
    }
}

package coach.cli;

import coach.bar.environment.UserError;
import coach.bar.environment.Workshop;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import traces.model.Printable;
import traces.model.Trace;
import traces.otlp.OtlpJson;
import traces.otlp.SavedTraceFile;
import traces.store.StoredTraces;
import traces.terminal.Plurals;

/**
 * A trace that somebody named: one of the open bar's, or a file that holds one.
 *
 * @param page the address of the page that can show it, which none can show of a file
 */
record TraceSource(Trace trace, Optional<URI> page) {

    private static final long MOST_BYTES = 200L << 20;

    static TraceSource of(String which, BarOptions bar, Function<BarOptions, StoredTraces> bars) {
        Optional<Path> file = SavedTraceFile.named(which);
        if (file.isPresent()) {
            return new TraceSource(read(file.get()), Optional.empty());
        }
        StoredTraces traces = bars.apply(bar);
        return new TraceSource(traces.find(which), Optional.of(traces.page()));
    }

    private static Trace read(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw noTrace(file, "It is larger than " + (MOST_BYTES >> 20) + " MB.");
            }
            List<Trace> traces = Trace.of(OtlpJson.read(Files.readAllBytes(file)));
            if (traces.size() != 1) {
                throw noTrace(file, "It holds " + Plurals.count(traces.size(), "trace") + ".");
            }
            return traces.get(0);
        } catch (IOException e) {
            throw noTrace(file, Printable.of(String.valueOf(e.getMessage())));
        }
    }

    private static UserError noTrace(Path file, String seen) {
        return new UserError("The file %s should hold one trace, as JSON. %s%nNext: %s"
                .formatted(
                        Printable.of(file.toString()),
                        seen,
                        Workshop.command("trace last --json > "
                                + Printable.of(file.getFileName().toString()))));
    }
}

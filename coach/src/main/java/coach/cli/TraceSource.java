package coach.cli;

import coach.bar.environment.UserError;
import coach.bar.environment.Workshop;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import traces.model.Printable;
import traces.model.Trace;
import traces.otlp.SavedTraceFile;
import traces.store.StoredTraces;
import traces.terminal.Plurals;

/**
 * A trace that was named on the command line: one of the open bar, or one from a file.
 *
 * @param page the address of the bar's page; none for a trace from a file, which no page can show
 */
record TraceSource(Trace trace, Optional<URI> page) {

    /** Finds the trace of this name; a file has to hold one trace. */
    static TraceSource of(String which, BarOptions bar, Function<BarOptions, StoredTraces> bars) {
        List<TraceSource> all = all(which, bar, bars);
        if (all.size() > 1) {
            String fact = "The file %s should hold one trace, as JSON. It holds %s."
                    .formatted(Printable.of(which), Plurals.count(all.size(), "trace"));
            throw invalidFile(Path.of(which), fact, null);
        }
        return all.get(0);
    }

    /** Finds the trace of this name, or reads all traces of the file of this name. */
    static List<TraceSource> all(String which, BarOptions bar, Function<BarOptions, StoredTraces> bars) {
        Optional<Path> file = SavedTraceFile.named(which);
        if (file.isPresent()) {
            return read(file.get()).stream()
                    .map(trace -> new TraceSource(trace, Optional.empty()))
                    .toList();
        }
        StoredTraces traces = new RequestTraces(bars.apply(bar));
        return List.of(new TraceSource(traces.find(which), Optional.of(traces.page())));
    }

    private static List<Trace> read(Path file) {
        try {
            return SavedTraceFile.read(file);
        } catch (SavedTraceFile.InvalidTraceFile e) {
            throw invalidFile(file, e.getMessage(), e);
        }
    }

    private static UserError invalidFile(Path file, String fact, Throwable cause) {
        String name = Printable.of(file.getFileName().toString());
        return new UserError("%s%nNext: %s".formatted(fact, Workshop.command("trace last --json > " + name)), cause);
    }
}

package coach.cli;

import coach.bar.environment.UserError;
import coach.bar.environment.Workshop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import traces.comparison.TraceComparison;
import traces.model.TraceTree;
import traces.otlp.OtlpJson;
import traces.otlp.SavedTraceFile;

/**
 * A comparison of two states in files, so that it can be drawn again without a measurement.
 *
 * <p>{@code measured.txt} holds the lines about latency and counts; {@code a.json} and {@code b.json} hold a trace each.
 */
record KeptComparison(Path folder) {

    void write(StateComparison comparison) {
        try {
            Files.createDirectories(folder);
            Files.write(folder.resolve("measured.txt"), comparison.measured());
            Files.writeString(
                    folder.resolve("a.json"),
                    OtlpJson.write(comparison.traces().a().trace().toOtlp()) + "\n");
            Files.writeString(
                    folder.resolve("b.json"),
                    OtlpJson.write(comparison.traces().b().trace().toOtlp()) + "\n");
        } catch (IOException e) {
            throw new UserError(
                    "The folder %s cannot be written (%s)."
                            .formatted(folder, e.getClass().getSimpleName()),
                    e);
        }
    }

    StateComparison read() throws IOException {
        TraceComparison traces =
                TraceComparison.of(tree("a.json"), tree("b.json"), Optional.of(Workshop.command("measure")));
        return new StateComparison(Files.readAllLines(folder.resolve("measured.txt")), traces);
    }

    private TraceTree tree(String file) {
        return TraceTree.of(SavedTraceFile.read(folder.resolve(file)).get(0));
    }
}

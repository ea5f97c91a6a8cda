package coach.cli;

import coach.bar.environment.UserError;
import coach.bar.environment.Workshop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import traces.comparison.TraceComparison;
import traces.model.TraceTree;
import traces.otlp.OtlpJson;
import traces.otlp.SavedTraceFile;

/**
 * A comparison of two states in files, so that it can be drawn again without a measurement.
 *
 * <p>{@code measured.txt} holds the path, the figures, and a line of counts for each side; {@code a.json} and {@code
 * b.json} hold a trace each.
 */
record KeptComparison(Path folder) {

    void write(StateComparison comparison) {
        try {
            Files.createDirectories(folder);
            Files.write(folder.resolve("measured.txt"), lines(comparison));
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

    private static List<String> lines(StateComparison comparison) {
        return List.of(
                comparison.path(),
                comparison.figures(),
                comparison.counts().get(0),
                comparison.counts().get(1));
    }

    StateComparison read() throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve("measured.txt"));
        TraceComparison traces =
                TraceComparison.of(tree("a.json"), tree("b.json"), Optional.of(Workshop.command("measure")));
        return new StateComparison(lines.get(0), lines.get(1), lines.subList(2, 4), traces);
    }

    private TraceTree tree(String file) {
        return TraceTree.of(SavedTraceFile.read(folder.resolve(file)).get(0));
    }
}

package test;

import coach.bar.compiler.LabProgram;
import coach.course.check.StepContext;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The learner's tool, which is run as a program. */
record OwnTool(LabProgram program) {

    /** A log of an hour takes seconds; what takes this long does not end by itself. */
    private static final long MOST_SECONDS = 240;

    private static final ObjectMapper JSON = new ObjectMapper();

    static OwnTool of(StepContext context) {
        return new OwnTool(LabProgram.of(context.after().code().labs().get(0)));
    }

    List<JoinedOperation> operations(Path log) {
        return lines(run(log, "--json", "-", log.toString())).stream()
                .map(OwnTool::operation)
                .toList();
    }

    private static JoinedOperation operation(String line) {
        try {
            return JoinedOperation.of(JSON.readTree(line));
        } catch (IOException e) {
            throw new AssertionError("Your tool wrote a line that is no JSON: " + line, e);
        }
    }

    /** Gives the report's first finding, on one line. */
    String firstFinding(Path log) {
        Path out = run(log, "--width", "100", log.toString());
        StringBuilder finding = new StringBuilder();
        for (String line : lines(out)) {
            if (finding.isEmpty() && line.startsWith("* ")) {
                finding.append(line.substring(2));
            } else if (!finding.isEmpty() && line.startsWith("  ")) {
                finding.append(' ').append(line.strip());
            } else if (!finding.isEmpty()) {
                break;
            }
        }
        return finding.toString();
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException("could not read " + file, e);
        }
    }

    private Path run(Path log, String... arguments) {
        Path out = log.resolveSibling("out");
        Path err = log.resolveSibling("err");
        try {
            Process tool = new ProcessBuilder(program.with(List.of(arguments)))
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            if (!tool.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
                tool.destroyForcibly();
                throw new AssertionError(
                        "Your tool was still at the log of one hour after %s s. Is there a loop that does not end?"
                                .formatted(MOST_SECONDS));
            }
            String complaint = Files.readString(err);
            // 0 and 1: read, and read with lines that were not understood.
            if (tool.exitValue() > 1 || complaint.contains("Exception")) {
                throw new AssertionError("Your tool failed at the log of one hour:%n%s".formatted(complaint));
            }
            return out;
        } catch (IOException e) {
            throw new UncheckedIOException("could not run " + program, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the tool runs", e);
        }
    }
}

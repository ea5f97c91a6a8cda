package coach.cli;

import coach.bar.BarFile;
import coach.bar.environment.Workshop;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Asks the open bar to run a check: it has JVMs ready for that, and this process has none.
 *
 * <p>The answer is the check's output as it comes, and in its last line, behind {@link #END}, the exit code.
 */
final class RemoteCheck {

    static final String END = "\u0004";

    private RemoteCheck() {}

    /** @return the exit code; empty when no bar can run it, and it has to run here */
    static Optional<Integer> run(CheckRequest request, PrintWriter out) {
        List<BarFile> open =
                BarFile.all(Workshop.bars()).stream().filter(BarFile::isOpen).toList();
        return open.size() == 1 ? run(open.get(0), request, out) : Optional.empty();
    }

    private static Optional<Integer> run(BarFile bar, CheckRequest request, PrintWriter out) {
        try {
            URI check = bar.page().resolve(CheckApi.PATH + "?" + request.query());
            HttpRequest post = HttpRequest.newBuilder(check)
                    .header(RestartApi.HEADER, BuildStamp.now())
                    .POST(HttpRequest.BodyPublishers.noBody())
                    .build();
            HttpResponse<Stream<String>> answer = BarClient.open().send(post, HttpResponse.BodyHandlers.ofLines());
            return answer.statusCode() == 200 ? Optional.of(print(answer.body(), out)) : Optional.empty();
        } catch (IOException e) {
            // The bar closes, or is of another version: nothing was printed yet.
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the bar runs a check", e);
        }
    }

    private static int print(Stream<String> lines, PrintWriter out) {
        int[] exitCode = {CheckApi.COULD_NOT_RUN};
        try (lines) {
            lines.forEach(line -> {
                if (line.startsWith(END)) {
                    exitCode[0] = Integer.parseInt(line.substring(END.length()));
                } else {
                    out.println(line);
                    out.flush();
                }
            });
        } catch (UncheckedIOException e) {
            out.println("The bar has closed, and with it the check.%nNext: %s".formatted(Workshop.command("check")));
        }
        return exitCode[0];
    }
}

package coach.cli;

import coach.bar.environment.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import picocli.CommandLine.Option;
import traces.model.Printable;
import traces.terminal.Screen;
import traces.terminal.TerminalSvg;

/** The options that write what a command prints into a file: to show it, mail it, or attach it to a build. */
final class PictureOptions {

    @Option(
            names = "--svg",
            paramLabel = "FILE",
            description = "Draw the same as a picture into this file, light or dark as its reader likes.")
    private Path svg;

    @Option(
            names = "--html",
            paramLabel = "FILE",
            description = "Write it all into one page, with findings and statements.")
    private Path html;

    boolean isAsked() {
        return svg != null || html != null;
    }

    /**
     * Writes the files that were asked for.
     *
     * @param lines what the command prints on a screen with all colours
     * @return a sentence about each
     */
    List<String> write(Screen screen, String title, Function<Screen, List<String>> lines, Supplier<String> page) {
        List<String> written = new ArrayList<>();
        if (svg != null) {
            written.add(draw(svg, title, lines.apply(screen.coloured())));
        }
        if (html != null) {
            write(html, page.get());
            written.add("Written into " + Printable.of(html.toString()));
        }
        return written;
    }

    /** Draws lines of a coloured screen into a file. @return a sentence about it */
    static String draw(Path file, String title, List<String> lines) {
        write(file, TerminalSvg.of(title, lines));
        return "Drawn into " + Printable.of(file.toString());
    }

    private static void write(Path file, String content) {
        try {
            Files.writeString(file, content);
        } catch (IOException e) {
            throw new UserError(
                    "The file %s cannot be written (%s). A file in a folder that exists is expected."
                            .formatted(file, e.getClass().getSimpleName()),
                    e);
        }
    }
}

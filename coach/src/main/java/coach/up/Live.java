package coach.up;

import coach.bar.Bar;
import coach.bar.Part;
import coach.bar.Program;
import coach.code.Code;
import coach.code.DoesNotCompile;
import coach.workshop.CannotOpen;
import coach.workshop.Workshop;
import coach.workspace.Workspace;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Keeps what the open bar runs the same as what the learner has saved; an edit that does not compile changes nothing. */
final class Live {

    private static final long BETWEEN_LOOKS_MILLIS = 500;
    private static final List<Program> ALL = List.of(Program.SCORES, Program.APP);

    private final Chosen chosen;
    private final Console console;
    private final CountDownLatch closing;
    /** What lay there when it was compiled: a file saved while the bar opens is newer. */
    private Saved opened;

    private Bar bar;
    /** Once the app is traced, the score service is too: a change concerns both. */
    private boolean traced;

    private Consumer<Part> started;
    private volatile Code code;

    /** @param closing reaches zero when the bar closes */
    Live(Chosen chosen, Console console, CountDownLatch closing) {
        this.chosen = chosen;
        this.console = console;
        this.closing = closing;
    }

    /** The code to open the bar with: as it stands, or as it is saved next, until it compiles. */
    Code firstThatCompiles() throws InterruptedException {
        while (true) {
            Saved tried = chosen.workspace().map(Saved::in).orElse(null);
            try {
                code = chosen.code();
                traced = code.traced();
                opened = tried;
                return code;
            } catch (DoesNotCompile e) {
                console.println(words(e, "Fix it and save: the bar opens as soon as it compiles."));
                awaitSave(tried);
            }
        }
    }

    /** What was compiled last, and runs where it came up. */
    Code code() {
        return code;
    }

    private void awaitSave(Saved tried) throws InterruptedException {
        Workspace workspace = chosen.workspace().orElseThrow();
        while (settled(workspace).since(tried).isEmpty()) {
            if (closing.await(BETWEEN_LOOKS_MILLIS, TimeUnit.MILLISECONDS)) {
                throw new CannotOpen("Closed before anything had opened.");
            }
        }
    }

    /** An editor may still be writing: what is there once it has stopped changing. */
    private static Saved settled(Workspace workspace) throws InterruptedException {
        Saved seen = Saved.in(workspace);
        while (true) {
            TimeUnit.MILLISECONDS.sleep(100);
            Saved now = Saved.in(workspace);
            if (now.since(seen).isEmpty()) {
                return now;
            }
            seen = now;
        }
    }

    /**
     * From now on, restarts what a saved file belongs to.
     *
     * @param listener hears of each part that was started again
     */
    void watch(Bar open, Consumer<Part> listener) {
        synchronized (this) {
            bar = open;
            started = listener;
        }
        chosen.workspace().ifPresent(workspace -> {
            Thread watching = new Thread(() -> look(workspace), "looks for saved files");
            watching.setDaemon(true);
            watching.start();
        });
    }

    private void look(Workspace workspace) {
        Saved before = opened;
        try {
            while (!closing.await(BETWEEN_LOOKS_MILLIS, TimeUnit.MILLISECONDS)) {
                before = lookOnce(workspace, before);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Saved lookOnce(Workspace workspace, Saved before) throws InterruptedException {
        try {
            Set<String> changed = Saved.in(workspace).since(before);
            if (changed.isEmpty()) {
                return before;
            }
            Saved now = settled(workspace);
            console.println("Saved: "
                    + String.join(", ", changed.stream().sorted().limit(3).toList())
                    + (changed.size() > 3 ? " and more" : ""));
            console.println(restart(
                    ALL.stream().filter(program -> concerns(program, changed)).toList()));
            return now;
        } catch (UncheckedIOException e) {
            // A folder that is being moved or deleted just now: the next look sees what has become of it.
            return before;
        }
    }

    private static boolean concerns(Program program, Set<String> changed) {
        return changed.stream().anyMatch(path -> path.startsWith(program.module() + "/"));
    }

    /** Of all that runs, by hand. @return what came of it, for people */
    String restart() {
        return restart(ALL);
    }

    private synchronized String restart(List<Program> concerned) {
        if (bar == null) {
            return "The bar is still opening.";
        }
        long start = System.nanoTime();
        try {
            code = chosen.code();
            boolean tracingChanges = code.traced() != traced;
            traced = code.traced();
            List<Program> programs = tracingChanges ? ALL : concerned;
            for (Program program : programs) {
                started.accept(bar.restart(program, code));
            }
            return "Restarted %s after %.1f s; the backends and the traces have stayed.%nNext: %s"
                    .formatted(
                            String.join(
                                    " and ",
                                    programs.stream().map(Program::module).toList()),
                            (System.nanoTime() - start) / 1e9,
                            Workshop.command("curl \"pair/beer?name=ipa\""));
        } catch (DoesNotCompile e) {
            return words(e, "What ran before still runs. Fix it and save.");
        } catch (CannotOpen e) {
            return e.getMessage() + System.lineSeparator() + "Next: fix it and save";
        }
    }

    private static String words(DoesNotCompile e, String next) {
        return "Your code does not compile yet. The compiler says:%n%n%s%n%nNext: %s".formatted(e.getMessage(), next);
    }
}

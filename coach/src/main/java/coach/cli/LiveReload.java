package coach.cli;

import coach.bar.Bar;
import coach.bar.ManagedProcess;
import coach.bar.ServiceProgram;
import coach.bar.compiler.CompilationError;
import coach.bar.compiler.CompiledServices;
import coach.bar.environment.UserError;
import coach.bar.environment.Workshop;
import coach.course.workspace.Workspace;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Restarts services of the open bar when the learner saves a file; code that does not compile changes nothing. */
final class LiveReload {

    private static final long BETWEEN_LOOKS_MILLIS = 100;
    private static final List<ServiceProgram> ALL = List.of(ServiceProgram.SCORES, ServiceProgram.APP);

    private final CodeChoice chosen;
    private final BarConsole console;
    private final CountDownLatch closing;
    private final Optional<ReadyForNext> next;
    private final boolean agent;
    /** The files as they were compiled last: a file that is saved while the bar opens differs from them. */
    private FileSnapshot seen;

    private Bar bar;
    /** Whether the code asks for an agent; when that changes, both services restart. */
    private boolean traced;
    /** The reason why what was saved last does not run; empty if it does. */
    private String problem = "";

    private Consumer<ManagedProcess> started;
    private volatile CompiledServices code;

    /**
     * @param next makes JVMs ready; none where no file is watched
     * @param closing reaches zero when the bar closes
     * @param agent whether the services run with an agent even if their code does not ask for it
     */
    LiveReload(
            CodeChoice chosen, BarConsole console, Optional<ReadyForNext> next, CountDownLatch closing, boolean agent) {
        this.chosen = chosen;
        this.console = console;
        this.next = next;
        this.closing = closing;
        this.agent = agent;
    }

    /** Waits until the code compiles. @return the code to open the bar with */
    CompiledServices firstThatCompiles() throws InterruptedException {
        while (true) {
            FileSnapshot tried = chosen.workspace().map(FileSnapshot::in).orElse(null);
            try {
                code = chosen.code();
                traced = code.traced();
                seen = tried;
                return code;
            } catch (CompilationError e) {
                console.println(text(e, "Fix it and save: the bar opens as soon as it compiles."));
                awaitSave(tried);
            }
        }
    }

    /** The code that was compiled last. */
    CompiledServices code() {
        return code;
    }

    private void awaitSave(FileSnapshot tried) throws InterruptedException {
        Workspace workspace = chosen.workspace().orElseThrow();
        while (settled(workspace).since(tried).isEmpty()) {
            if (closing.await(BETWEEN_LOOKS_MILLIS, TimeUnit.MILLISECONDS)) {
                throw new UserError("Closed before anything had opened.");
            }
        }
    }

    /** Waits until the files stop changing, because an editor may still be writing. */
    private static FileSnapshot settled(Workspace workspace) throws InterruptedException {
        FileSnapshot seen = FileSnapshot.in(workspace);
        while (true) {
            TimeUnit.MILLISECONDS.sleep(100);
            FileSnapshot now = FileSnapshot.in(workspace);
            if (now.since(seen).isEmpty()) {
                return now;
            }
            seen = now;
        }
    }

    /**
     * Starts to restart the services that a saved file belongs to.
     *
     * @param listener hears of each part that was started again
     */
    void watch(Bar open, Consumer<ManagedProcess> listener) {
        synchronized (this) {
            bar = open;
            started = listener;
            notifyAll();
        }
        chosen.workspace().ifPresent(workspace -> {
            Thread watching = new Thread(() -> look(workspace), "looks for saved files");
            watching.setDaemon(true);
            watching.start();
            next.ifPresent(it -> it.prepare(open, code));
        });
    }

    private void look(Workspace workspace) {
        try {
            while (!closing.await(BETWEEN_LOOKS_MILLIS, TimeUnit.MILLISECONDS)) {
                lookOnce(workspace);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void lookOnce(Workspace workspace) throws InterruptedException {
        try {
            Set<String> changed = FileSnapshot.in(workspace).since(seen);
            if (changed.isEmpty()) {
                return;
            }
            console.println("Saved: "
                    + String.join(", ", changed.stream().sorted().limit(3).toList())
                    + (changed.size() > 3 ? " and more" : ""));
            FileSnapshot now = settled(workspace);
            Set<String> all = now.since(seen);
            if (all.isEmpty()) {
                return;
            }
            console.println(restart(
                    ALL.stream().filter(program -> concerns(program, all)).toList()));
            seen = now;
        } catch (UncheckedIOException e) {
            // A folder that is being moved or deleted just now: the next look sees what has become of it.
        }
    }

    /** Waits until the bar is open and runs what has been saved so far, or cannot. */
    synchronized BarState awaitState() throws InterruptedException {
        while (bar == null) {
            wait();
        }
        Optional<Workspace> workspace = chosen.workspace();
        if (workspace.isPresent()) {
            lookOnce(workspace.get());
        }
        return new BarState(runsAgent(), problem);
    }

    private boolean runsAgent() {
        return traced || agent;
    }

    private boolean concerns(ServiceProgram program, Set<String> changed) {
        // The agent of a lab runs in the app; a lab without one runs by itself.
        boolean hasAgent = program == ServiceProgram.APP && code.hasLabAgents();
        return changed.stream()
                .anyMatch(path -> path.startsWith(program.module() + "/") || hasAgent && path.startsWith("labs/"));
    }

    /** Of all that runs, by hand. @return what came of it, for people */
    String restart() {
        return restart(ALL);
    }

    private synchronized String restart(List<ServiceProgram> concerned) {
        if (bar == null) {
            return "The bar is still opening.";
        }
        long start = System.nanoTime();
        try {
            code = chosen.code();
            boolean tracingChanges = code.traced() != traced;
            traced = code.traced();
            List<ServiceProgram> programs = tracingChanges ? ALL : concerned;
            if (programs.isEmpty()) {
                problem = "";
                return "Compiled; the bar runs on, for none of it is a service's.";
            }
            bar.restartWarm(programs, code).forEach(started);
            next.ifPresent(it -> it.prepare(bar, code));
            problem = "";
            return "Restarted %s after %.1f s; the backends and the traces have stayed.%nNext: %s"
                    .formatted(
                            String.join(
                                    " and ",
                                    programs.stream()
                                            .map(ServiceProgram::module)
                                            .toList()),
                            (System.nanoTime() - start) / 1e9,
                            next());
        } catch (CompilationError e) {
            problem = "Your code does not compile yet: what answers is what ran before. See the terminal of up.";
            return text(e, "What ran before still runs. Fix it and save.");
        } catch (UserError e) {
            problem = "What you have saved does not start. See the terminal of up.";
            return "%s%nNext: fix it and save; or, if a busy machine is all that is wrong, %s"
                    .formatted(e.getMessage(), Workshop.command("restart"));
        }
    }

    /** Without an agent, there is no trace whose address {@code ./workshop curl} could print. */
    private String next() {
        return runsAgent()
                ? Workshop.command("curl \"pair/beer?name=ipa\"")
                : Workshop.curl(bar.appUrl() + "/pair/beer?name=ipa");
    }

    private static String text(CompilationError e, String next) {
        return "Your code does not compile yet. The compiler says:%n%n%s%n%nNext: %s".formatted(e.getMessage(), next);
    }
}

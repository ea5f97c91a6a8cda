package coach.cli;

import coach.bar.Bar;
import coach.bar.ManagedProcess;
import coach.bar.compiler.CompiledServices;
import coach.bar.environment.UserError;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Restarts a part of the bar that has died, after a while; a part that the coach itself has ended stays down. */
final class Supervisor {

    private final Bar bar;
    private final Supplier<CompiledServices> code;
    private final Consumer<String> console;
    private final BooleanSupplier closing;
    private final Function<ManagedProcess, String> next;

    /**
     * @param code what the services are to run now
     * @param closing whether the bar closes: its parts end then
     * @param next what to type once a part is given up
     */
    Supervisor(
            Bar bar,
            Supplier<CompiledServices> code,
            Consumer<String> console,
            BooleanSupplier closing,
            Function<ManagedProcess, String> next) {
        this.bar = bar;
        this.code = code;
        this.console = console;
        this.closing = closing;
        this.next = next;
    }

    /** Watches a part that was started by a save or a command, with a fresh count of restarts. */
    void watch(ManagedProcess part) {
        watch(part, new RestartBackoff());
    }

    private void watch(ManagedProcess part, RestartBackoff backoff) {
        long start = System.nanoTime();
        part.handle()
                .onExit()
                .thenRunAsync(
                        () -> hasEnded(part, backoff, Duration.ofNanos(System.nanoTime() - start)),
                        Supervisor::inItsOwnThread);
    }

    private void hasEnded(ManagedProcess part, RestartBackoff backoff, Duration ran) {
        if (part.wasToldToEnd() || closing.getAsBoolean()) {
            return;
        }
        Path log = part.putLogAside();
        Optional<Duration> wait = backoff.after(ran);
        if (wait.isEmpty()) {
            console.accept(
                    "%s has ended with exit code %s, and is not started again after %s tries. Its last words are in"
                            + " %s%n%s"
                                    .formatted(
                                            part.name(), part.exitCode(), RestartBackoff.TRIES, log, next.apply(part)));
            return;
        }
        console.accept("%s has ended with exit code %s, and is started again in %s s. Its last words are in %s"
                .formatted(part.name(), part.exitCode(), wait.get().toSeconds(), log));
        CompletableFuture.delayedExecutor(wait.get().toMillis(), TimeUnit.MILLISECONDS, Supervisor::inItsOwnThread)
                .execute(() -> startAgain(part, backoff));
    }

    /** Restarts the part with the current code, unless a save has restarted it meanwhile. */
    private void startAgain(ManagedProcess dead, RestartBackoff backoff) {
        try {
            Optional<ManagedProcess> part = bar.startAgain(dead, code.get());
            part.ifPresent(started -> {
                watch(started, backoff);
                awaitAnswer(started);
            });
        } catch (UserError e) {
            if (!closing.getAsBoolean()) {
                console.accept(e.getMessage() + System.lineSeparator() + next.apply(dead));
            }
        }
    }

    private void awaitAnswer(ManagedProcess started) {
        try {
            bar.awaitAnswer(started);
            console.accept(started.name() + " runs again.");
        } catch (UserError e) {
            // It has died again, which its own watch handles, or it needs more time.
        }
    }

    private static void inItsOwnThread(Runnable work) {
        Thread thread = new Thread(work, "starts again what has died");
        thread.setDaemon(true);
        thread.start();
    }
}

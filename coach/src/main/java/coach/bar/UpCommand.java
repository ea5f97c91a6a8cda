package coach.bar;

import coach.workshop.Workshop;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Opens the bar and keeps it open until Ctrl-C. */
@Command(name = "up", description = "Starts the whole bar; Ctrl-C stops it.")
public final class UpCommand implements Callable<Integer> {

    private static final long SIGNALS_APART_MILLIS = 300;

    @Mixin
    private PlanOptions options;

    @Option(names = "--quiet", description = "Shows the app's output alone; the others' goes to their files only.")
    private boolean quiet;

    @Spec
    private CommandSpec spec;

    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile boolean failed;

    @Override
    public Integer call() throws InterruptedException {
        long start = System.nanoTime();
        BarPlan plan = options.plan();
        Console console = new Console(spec.commandLine().getOut(), quiet);
        console.println("Opening the bar. It waits for its database, its Redis and two JVMs: some seconds.");

        Bar bar = new Bar(plan, console);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(bar, console), "close the bar"));
        open(bar);

        Duration took = Duration.ofNanos(System.nanoTime() - start);
        console.println(new Welcome(bar, plan, took).text());
        tellOfDeaths(bar, console);
        new CountDownLatch(1).await();
        return 0;
    }

    private void open(Bar bar) throws InterruptedException {
        try {
            bar.open();
        } catch (RuntimeException e) {
            if (isClosing()) {
                // It did not fail to open: it was told to close. The hook ends this process.
                new CountDownLatch(1).await();
            }
            failed = true;
            throw e;
        }
    }

    private void tellOfDeaths(Bar bar, Console console) {
        Stream.concat(Stream.of(bar.app(), bar.scores()), bar.embeddedRedis().map(EmbeddedRedis::part).stream())
                .forEach(part -> part.process().onExit().thenRun(() -> {
                    if (!isClosing()) {
                        console.println("%s has ended. Its last words are in %s%nNext: Ctrl-C, then %s"
                                .formatted(part.name(), part.log(), again()));
                    }
                }));
    }

    /** Ctrl-C reaches every part at once, and some end before we hear of it ourselves. */
    private boolean isClosing() {
        try {
            return closing.await(SIGNALS_APART_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void close(Bar bar, Console console) {
        closing.countDown();
        if (!failed) {
            console.println("Closing the bar.");
        }
        console.mute();
        bar.close();
        console.unmute();
        bar.troubles().forEach(console::println);
        if (!bar.troubles().isEmpty()) {
            console.println("Next: " + Workshop.command("down"));
        } else if (!failed) {
            console.println("The bar is closed; nothing of it runs any more.%nNext: %s".formatted(again()));
        }
    }

    /** What was typed, to have the same bar once more. */
    private String again() {
        return Workshop.command(
                String.join(" ", spec.root().commandLine().getParseResult().originalArgs()));
    }
}

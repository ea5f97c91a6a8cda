package coach.cli;

import coach.bar.Bar;
import coach.bar.BarPlan;
import coach.bar.EmbeddedRedis;
import coach.bar.ManagedProcess;
import coach.bar.compiler.CompiledServices;
import coach.bar.environment.Workshop;
import coach.course.Course;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import traces.zipkin.WebRoutes;

/** Opens the bar and keeps it open until Ctrl-C. */
@Command(name = "up", description = "Starts the whole bar; Ctrl-C stops it.")
final class UpCommand implements Callable<Integer> {

    private static final long SIGNALS_APART_MILLIS = 300;

    @Mixin
    private BarPlanOptions options;

    @Option(names = "--quiet", description = "Shows the app's output alone; the others' goes to their files only.")
    private boolean quiet;

    @Spec
    private CommandSpec spec;

    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile boolean failed;

    @Override
    public Integer call() throws InterruptedException {
        Workshop.requireNoContainer(typed());
        long start = System.nanoTime();
        Course course = Course.in(Workshop.repository());
        CodeChoice choice = CodeChoice.of(course, options.at());
        options.check();
        BarConsole console = new BarConsole(spec.commandLine().getOut(), quiet);
        Optional<ReadyForNext> next =
                choice.workspace().map(it -> new ReadyForNext(course, it, choice.factory(), console::println, closing));
        LiveReload live = new LiveReload(choice, console, next, closing, options.agent());
        console.println("Opening the bar with " + choice.sentence() + ".");
        choice.workspace().flatMap(it -> WorkspaceAdvice.of(it, course)).ifPresent(console::println);
        BarPlan plan = options.plan(live.firstThatCompiles());
        console.println("It waits for its database, its Redis and two JVMs: some seconds.");

        List<WebRoutes> apis = new ArrayList<>(List.of(new RestartApi(live), new BarStateApi(live)));
        next.ifPresent(it -> apis.add(new CheckApi(course, it, console::println)));
        Bar bar = new Bar(plan, console, apis);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(bar, next, console), "close the bar"));
        open(bar);

        Duration took = Duration.ofNanos(System.nanoTime() - start);
        console.println(new WelcomeText(bar, plan, took).text());
        Supervisor supervisor =
                new Supervisor(bar, live::code, console::println, this::isClosing, part -> next(part, choice));
        Stream.concat(Stream.of(bar.app(), bar.scores()), bar.embeddedRedis().map(EmbeddedRedis::process).stream())
                .forEach(supervisor::watch);
        live.watch(bar, supervisor::watch);
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

    /** The advice when a part keeps dying: other code for a service, a new bar for Redis. */
    private String next(ManagedProcess part, CodeChoice choice) {
        boolean service = Set.of(CompiledServices.APP, CompiledServices.SCORES).contains(part.name());
        String save = choice.workspace().isPresent() ? "fix it and save, or " : "";
        return "Next: " + (service ? save + Workshop.command("restart") + ", or " : "") + "Ctrl-C, then " + again();
    }

    /** Waits a moment: Ctrl-C reaches all processes at once, and some end before the coach gets the signal. */
    private boolean isClosing() {
        try {
            return closing.await(SIGNALS_APART_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void close(Bar bar, Optional<ReadyForNext> next, BarConsole console) {
        closing.countDown();
        if (!failed) {
            console.println("Closing the bar.");
        }
        console.mute();
        next.ifPresent(ReadyForNext::close);
        bar.close();
        console.unmute();
        bar.closeErrors().forEach(console::println);
        if (!bar.closeErrors().isEmpty()) {
            console.println("Next: " + Workshop.command("down"));
        } else if (!failed) {
            console.println("The bar is closed; nothing of it runs any more.%nNext: %s".formatted(again()));
        }
    }

    private String again() {
        return Workshop.command(typed());
    }

    /** The words of the command that was typed. */
    private String typed() {
        return String.join(" ", spec.root().commandLine().getParseResult().originalArgs());
    }
}

package coach.cli;

import coach.bar.Bar;
import coach.bar.ServiceProgram;
import coach.bar.Wires;
import coach.bar.compiler.CompiledServices;
import coach.bar.environment.UserError;
import coach.course.Course;
import coach.course.Step;
import coach.course.check.BarFactory;
import coach.course.check.CheckBars;
import coach.course.check.PreparedBars;
import coach.course.workspace.Workspace;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.ToIntBiFunction;
import java.util.stream.Stream;

/**
 * Starts JVMs for the next save and the next check of a workspace as soon as the bar is quiet: then nothing is measured
 * that this would disturb. It moves work to a time when nobody waits, and saves none.
 */
final class ReadyForNext implements AutoCloseable {

    private static final Duration QUIET = Duration.ofSeconds(2);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);
    /** From this step on, saves concern the score service too. */
    private static final int SCORES_CHANGE = 10;

    private final Course course;
    private final Workspace workspace;
    private final BarFactory factory;
    private final PreparedBars bars;
    private final SpareMemory memory;
    private final CountDownLatch closing;
    private final AtomicInteger checks = new AtomicInteger();
    private volatile Bar bar;
    private volatile CompiledServices code;

    /**
     * @param factory compiles and makes the bars of checks
     * @param console receives a sentence when the memory does not suffice
     * @param closing reaches zero when the bar closes
     */
    ReadyForNext(
            Course course, Workspace workspace, BarFactory factory, Consumer<String> console, CountDownLatch closing) {
        this.course = course;
        this.workspace = workspace;
        this.factory = factory;
        this.bars = new PreparedBars(factory);
        this.memory = new SpareMemory(console);
        this.closing = closing;
    }

    /** Starts them in the background, once no request has passed for a while; the code has just been started. */
    void prepare(Bar open, CompiledServices current) {
        bar = open;
        code = current;
        prepare();
    }

    private void prepare() {
        Thread preparing = new Thread(this::prepareWhenQuiet, "starts JVMs ahead");
        preparing.setDaemon(true);
        preparing.start();
    }

    private void prepareWhenQuiet() {
        try {
            if (awaitQuiet()) {
                startAhead();
            }
        } catch (UserError e) {
            // The bar closes; or the system starts no more processes, which the next save or check will say.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One at a time, in the order in which they will be wanted. */
    private synchronized void startAhead() {
        Step step = workspace.step(course);
        int number = Math.max(step.number(), workspace.stateNumber());
        for (ServiceProgram program : programsOfNextSave(step)) {
            if (isQuietAndSpare()) {
                bar.startAhead(program, code);
            }
        }
        if (step.lab().isPresent()) {
            return;
        }
        if (isQuietAndSpare()) {
            bars.prepareAfter(code, number);
        }
        if (step.number() > 1 && isQuietAndSpare()) {
            bars.prepareBefore(step, factory.code(course.state(step.number() - 1)));
        }
    }

    private boolean isQuietAndSpare() {
        return checks.get() == 0 && closing.getCount() > 0 && memory.isEnough();
    }

    private static List<ServiceProgram> programsOfNextSave(Step step) {
        return step.number() < SCORES_CHANGE
                ? List.of(ServiceProgram.APP)
                : List.of(ServiceProgram.APP, ServiceProgram.SCORES);
    }

    /** Returns false when the bar closes first. */
    private boolean awaitQuiet() throws InterruptedException {
        long seen = flights(bar.wires());
        long since = System.nanoTime();
        while (System.nanoTime() - since < QUIET.toNanos()) {
            if (closing.await(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS)) {
                return false;
            }
            long now = flights(bar.wires());
            if (now != seen || checks.get() > 0) {
                seen = now;
                since = System.nanoTime();
            }
        }
        return true;
    }

    private static long flights(Wires wires) {
        return Stream.of(wires.appToDatabase(), wires.appToRedis(), wires.scoresToRedis())
                .mapToLong(wire -> wire.traffic().flights())
                .sum();
    }

    /**
     * Runs a check with what is ready; nothing is started meanwhile.
     *
     * @param check takes what compiles the code and what opens the bars, and returns an exit code
     */
    int check(ToIntBiFunction<BarFactory, CheckBars> check) {
        checks.incrementAndGet();
        try {
            return check.applyAsInt(factory, bars);
        } finally {
            checks.decrementAndGet();
            if (bar != null) {
                prepare();
            }
        }
    }

    @Override
    public void close() {
        bars.close();
    }
}

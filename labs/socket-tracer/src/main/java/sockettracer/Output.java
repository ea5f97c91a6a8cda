package sockettracer;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor.DiscardPolicy;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Prints and sends what was recorded, on a thread of its own: the program does not wait for it. */
final class Output {

    private static final String THREAD = "socket-tracer";

    /** How long an answer may take to be written after the code of its section has ended. */
    private static final int ANSWER_SECONDS = 1;

    private static final int FLUSH_SECONDS = 5;

    private static final List<Consumer<Recording>> OUTPUTS = new ArrayList<>();
    // A section may end after all has ended: nothing is thrown into the program then.
    private static final ScheduledThreadPoolExecutor EXECUTOR =
            new ScheduledThreadPoolExecutor(1, Output::thread, new DiscardPolicy());

    private Output() {}

    static void add(Consumer<Recording> output) {
        OUTPUTS.add(output);
    }

    static void report(Recording recording) {
        if (OUTPUTS.isEmpty()) {
            return;
        }
        EXECUTOR.execute(() -> {
            OUTPUTS.forEach(output -> giveTo(output, recording));
        });
    }

    private static void giveTo(Consumer<Recording> output, Recording recording) {
        try {
            output.accept(recording);
        } catch (Throwable e) { // The next one may work, as after a lack of memory.
            say("could not report section " + recording.name() + ": "
                    + (e instanceof RuntimeException ? e.getMessage() : e));
        }
    }

    static void later(Runnable task) {
        EXECUTOR.schedule(task, ANSWER_SECONDS, TimeUnit.SECONDS);
    }

    /** Waits for what is being printed or sent; nothing more will be. */
    static void end() {
        EXECUTOR.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        EXECUTOR.shutdown();
        try {
            EXECUTOR.awaitTermination(FLUSH_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static boolean isOwnThread() {
        return Thread.currentThread().getName().equals(THREAD);
    }

    static void say(String sentence) {
        System.err.println("socket-tracer: " + sentence);
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(null, task, THREAD);
        thread.setDaemon(true);
        thread.setContextClassLoader(null);
        return thread;
    }
}

package coach.course.check;

import coach.bar.Bar;
import coach.bar.ServiceProgram;
import coach.bar.compiler.CompiledServices;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import traces.model.Trace;

/** A bar that runs one state of the code, with the questions that a step's test asks it. */
public interface TestBar extends AutoCloseable {

    /**
     * Opens the bar.
     *
     * @throws coach.bar.environment.UserError when it does not come up
     */
    TestBar open();

    CompiledServices code();

    /** Makes a second bar, not open yet, that runs the same code without the javaagent. */
    TestBar untraced();

    /** Gives the bar itself, for a test that breaks something or looks closer. */
    Bar bar();

    /** Says whether the javaagent makes spans. */
    boolean traced();

    /** Says whether the score service runs too. */
    boolean withScores();

    /** Names the code: {@code state-07}, {@code workspace}. */
    default String label() {
        return code().label();
    }

    /** Gives a client of the app. */
    default ServiceClient app() {
        return new ServiceClient(bar().appUrl());
    }

    /** Gives a client of the score service. */
    default ServiceClient scores() {
        return new ServiceClient(bar().scoreUrl());
    }

    /** Sends a request to the app. */
    default ServiceReply get(String path, String... headers) {
        return app().get(path, headers);
    }

    /** Runs the work, and gives what the backends counted meanwhile; no other request may run at that time. */
    BackendCounts count(Runnable work);

    /**
     * Runs the work, and gives the lines that the app logged; waits for them, as they come a little later than the
     * answer.
     *
     * @param enough the condition to wait for, at most three seconds; the lines that came by then are given in any case
     */
    List<String> logOf(Runnable work, Predicate<List<String>> enough);

    /** Sends a request to the app as part of a new trace, and waits until all spans of that trace have arrived. */
    default TracedReply trace(String path) {
        return new SpanAwaiter(this).trace(path);
    }

    /** Runs the work, and gives the traces that grew meanwhile, the newest first, when all their spans have arrived. */
    default List<Trace> tracesOf(Runnable work) {
        return new SpanAwaiter(this).tracesOf(work);
    }

    /** Deletes the keys in Redis that begin like this. */
    void forget(String prefix);

    /** Starts a new JVM for the app, with these environment variables in addition. */
    void restartApp(Map<String, String> settings);

    /** Starts a new JVM for the score service. */
    default void restartScores() {
        restart(ServiceProgram.SCORES);
    }

    /** Starts a new JVM for one of the services. */
    void restart(ServiceProgram program);

    /** Starts a JVM for the next {@link #restart} of that service, and waits until it has loaded the libraries. */
    default void startAhead(ServiceProgram program) {}

    /** Ends the bar's processes. */
    @Override
    void close();
}

package test;

import coach.bar.Bar;
import coach.bar.ServiceProgram;
import coach.bar.compiler.CompiledServices;
import coach.course.check.BackendCounts;
import coach.course.check.TestBar;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** A bar of which nothing runs: each question but those that a test overrides is an error. */
abstract class UnopenedBar implements TestBar {

    @Override
    public TestBar untraced() {
        throw notOpen();
    }

    @Override
    public TestBar open() {
        throw notOpen();
    }

    @Override
    public CompiledServices code() {
        throw notOpen();
    }

    @Override
    public Bar bar() {
        throw notOpen();
    }

    @Override
    public boolean traced() {
        throw notOpen();
    }

    @Override
    public boolean withScores() {
        throw notOpen();
    }

    @Override
    public BackendCounts count(Runnable work) {
        throw notOpen();
    }

    @Override
    public List<String> logOf(Runnable work, Predicate<List<String>> enough) {
        throw notOpen();
    }

    @Override
    public void forget(String prefix) {
        throw notOpen();
    }

    @Override
    public void restartApp(Map<String, String> settings) {
        throw notOpen();
    }

    @Override
    public void restart(ServiceProgram program) {
        throw notOpen();
    }

    @Override
    public void close() {
        throw notOpen();
    }

    private static IllegalStateException notOpen() {
        return new IllegalStateException("this bar is not open");
    }
}

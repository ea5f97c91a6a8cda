package coach.course.check;

import coach.bar.Bar;
import coach.bar.ServiceProgram;
import coach.bar.compiler.CompiledServices;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The code of a lab whose test asks no bar: nothing of it is opened, and each question to a bar is an error. */
record BarlessCode(CompiledServices code) implements TestBar {

    @Override
    public TestBar open() {
        return this;
    }

    @Override
    public TestBar untraced() {
        return new BarlessCode(code.untraced());
    }

    @Override
    public boolean traced() {
        return false;
    }

    @Override
    public boolean withScores() {
        return false;
    }

    @Override
    public Bar bar() {
        throw isNotThere();
    }

    @Override
    public BackendCounts count(Runnable work) {
        throw isNotThere();
    }

    @Override
    public List<String> logOf(Runnable work, Predicate<List<String>> enough) {
        throw isNotThere();
    }

    @Override
    public void forget(String prefix) {
        throw isNotThere();
    }

    @Override
    public void restartApp(Map<String, String> settings) {
        throw isNotThere();
    }

    @Override
    public void restart(ServiceProgram program) {
        throw isNotThere();
    }

    @Override
    public void close() {
        // Nothing was opened.
    }

    private static IllegalStateException isNotThere() {
        return new IllegalStateException("a lab without an agent has no bar");
    }
}

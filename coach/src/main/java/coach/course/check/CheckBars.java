package coach.course.check;

import coach.bar.compiler.CompiledServices;
import coach.course.Step;
import java.util.function.Supplier;

/** Opens the two bars of a check. */
@FunctionalInterface
public interface CheckBars {

    /**
     * Opens the bar with the code under test; the one with the state before is opened when it is first asked for.
     *
     * @param number the number of the state that the code has reached, or of the step, whichever is later
     * @param codeBefore compiles the official state before the step
     */
    Session open(CompiledServices code, Step step, int number, Supplier<CompiledServices> codeBefore);

    /** The bars of one check, until it ends. */
    interface Session extends AutoCloseable {

        TestBar after();

        TestBar before();

        @Override
        void close();
    }
}

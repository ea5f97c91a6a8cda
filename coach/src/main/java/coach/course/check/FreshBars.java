package coach.course.check;

import coach.bar.compiler.CompiledServices;
import coach.course.Step;
import java.util.function.Supplier;

/** Opens both bars of a check anew, and closes them with it. */
public record FreshBars(BarFactory bars) implements CheckBars {

    @Override
    public Session open(CompiledServices code, Step step, int number, Supplier<CompiledServices> codeBefore) {
        BarOpening before = new BarOpening(() -> bars.of(codeBefore.get(), step.number(), step));
        return new FreshSession(bars.of(code, number, step).open(), before);
    }

    private record FreshSession(TestBar after, BarOpening opening) implements Session {

        @Override
        public TestBar before() {
            return opening.join();
        }

        @Override
        public void close() {
            opening.close();
            after.close();
        }
    }
}

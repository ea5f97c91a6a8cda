package coach.cli;

import coach.bar.compiler.CompilationError;
import coach.bar.compiler.CompiledServices;
import coach.bar.environment.Workshop;
import coach.course.Course;
import coach.course.State;
import coach.course.check.BarFactory;
import coach.course.workspace.Workspace;
import java.util.Optional;

/** Chooses the code of a bar: a state that was asked for, else the learner's workspace, else the shipped app. */
final class CodeChoice {

    private final Course course;
    private final BarFactory bars;
    private final Optional<State> state;
    private final Optional<Workspace> workspace;

    private CodeChoice(Course course, Optional<State> state, Optional<Workspace> workspace) {
        this.course = course;
        this.bars = new BarFactory(course.repository(), Workshop.state());
        this.state = state;
        this.workspace = workspace;
    }

    /** @param at a state of the course, such as 07; null for what there is */
    static CodeChoice of(Course course, String at) {
        if (at != null) {
            return new CodeChoice(course, Optional.of(course.state(at)), Optional.empty());
        }
        return new CodeChoice(course, Optional.empty(), Workspace.in(course.repository()));
    }

    /** Names the code, such as «the official state 07». */
    String sentence() {
        if (state.isPresent()) {
            return "the official " + state.get().title();
        }
        return workspace.isPresent()
                ? "your workspace; a file that you save there restarts what it belongs to"
                : "the shipped app, as there is no workspace yet: " + Workshop.command("start") + " makes one";
    }

    /** @throws CompilationError with javac's message; only a learner's code can fail to compile */
    CompiledServices code() throws CompilationError {
        if (state.isPresent()) {
            return bars.code(state.get());
        }
        return workspace.isPresent()
                ? bars.codeOfALearner(workspace.get().files())
                : CompiledServices.shipped(course.repository());
    }

    /** What compiles the code. */
    BarFactory factory() {
        return bars;
    }

    /** The workspace whose saved files restart the bar, if any. */
    Optional<Workspace> workspace() {
        return workspace;
    }
}

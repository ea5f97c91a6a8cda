package coach.up;

import coach.check.Bars;
import coach.code.Code;
import coach.code.DoesNotCompile;
import coach.course.Course;
import coach.course.State;
import coach.workshop.Workshop;
import coach.workspace.Workspace;
import java.util.Optional;

/** The code that a bar is to run: the learner's, where there is a workspace; else as shipped; or a state that was asked for. */
final class Chosen {

    private final Course course;
    private final Bars bars;
    private final Optional<State> state;
    private final Optional<Workspace> workspace;

    private Chosen(Course course, Optional<State> state, Optional<Workspace> workspace) {
        this.course = course;
        this.bars = new Bars(course.repository(), Workshop.state());
        this.state = state;
        this.workspace = workspace;
    }

    /** @param at a state of the course, such as 07; null for what there is */
    static Chosen of(Course course, String at) {
        if (at != null) {
            return new Chosen(course, Optional.of(course.state(at)), Optional.empty());
        }
        return new Chosen(course, Optional.empty(), Workspace.in(course.repository()));
    }

    /** What runs, for people. */
    String sentence() {
        if (state.isPresent()) {
            return "the official " + state.get().title();
        }
        return workspace.isPresent()
                ? "your workspace; a file that you save there restarts what it belongs to"
                : "the shipped app, as there is no workspace yet: " + Workshop.command("start") + " makes one";
    }

    /** @throws DoesNotCompile with javac's words; only a learner's code can */
    Code code() throws DoesNotCompile {
        if (state.isPresent()) {
            return bars.code(state.get());
        }
        return workspace.isPresent() ? bars.codeOfALearner(workspace.get().files()) : Code.shipped(course.repository());
    }

    /** Where saved files are looked for, if anywhere. */
    Optional<Workspace> workspace() {
        return workspace;
    }
}

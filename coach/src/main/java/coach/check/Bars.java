package coach.check;

import coach.code.Code;
import coach.code.Compiler;
import coach.code.DoesNotCompile;
import coach.code.Sources;
import coach.course.State;
import coach.trial.Running;
import coach.workshop.CannotOpen;
import java.nio.file.Path;

/** Makes bars, not open yet, of the course's states, and of a learner's code: compiled from source as it stands. */
public final class Bars {

    /** From the step before this one on, the score service is asked. */
    private static final int SCORES_ARE_ASKED = 9;

    private final Path repository;
    private final Path folder;

    /** @param folder for what is compiled, and for the bars' logs */
    public Bars(Path repository, Path folder) {
        this.repository = repository;
        this.folder = folder;
    }

    /**
     * Of an official state, where a warning is an error.
     *
     * @throws CannotOpen when it does not compile: then the course is broken, and nobody's own code
     */
    public Code code(State state) {
        try {
            return Compiler.strict(repository, compiled()).compile(new Sources("state-" + state.name(), state.files()));
        } catch (DoesNotCompile e) {
            throw new CannotOpen(
                    "The course's own %s does not compile:%n%s".formatted(state.title(), e.getMessage()), e);
        }
    }

    /** @throws DoesNotCompile with javac's words */
    public Code codeOfALearner(State workspace) throws DoesNotCompile {
        return Compiler.lenient(repository, compiled()).compile(new Sources("workspace", workspace.files()));
    }

    private Path compiled() {
        return folder.resolve("code");
    }

    /** With both services, each traced whether or not its code asks for it. */
    Running traced(Code code) {
        return Running.of(repository, code, true, true, folder.resolve("bars"));
    }

    /** @param step of the code, or whose test is going to be run against it: the later of them */
    public Running of(Code code, int step) {
        return Running.of(repository, code, step >= SCORES_ARE_ASKED, false, folder.resolve("bars"));
    }
}

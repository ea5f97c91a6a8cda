package coach.check;

import coach.bar.BarPlan;
import coach.bar.Distance;
import coach.bar.Ports;
import coach.bar.Tracing;
import coach.code.Code;
import coach.code.Compiler;
import coach.code.DoesNotCompile;
import coach.course.State;
import coach.trial.Running;
import coach.workshop.CannotOpen;
import java.nio.file.Path;
import java.util.Map;

/** Makes bars, not open yet, of the course's states, and of a learner's code: compiled from source as it stands. */
public final class Bars {

    /** From the step before this one on, the score service is asked. */
    private static final int SCORES_ARE_ASKED = 9;

    private final Path repository;
    private final Path folder;
    private final Surroundings surroundings;

    /** @param folder for what is compiled, and for the bars' logs */
    public Bars(Path repository, Path folder) {
        this(repository, folder, Surroundings.ORDINARY);
    }

    /** The same, elsewhere. */
    public Bars(Path repository, Path folder, Surroundings surroundings) {
        this.repository = repository;
        this.folder = folder;
        this.surroundings = surroundings;
    }

    /**
     * Of an official state, where a warning is an error.
     *
     * @throws CannotOpen when it does not compile: then the course is broken, and nobody's own code
     */
    public Code code(State state) {
        try {
            return Compiler.strict(repository, compiled()).compile("state-" + state.name(), state.files());
        } catch (DoesNotCompile e) {
            throw new CannotOpen(
                    "The course's own %s does not compile:%n%s".formatted(state.title(), e.getMessage()), e);
        }
    }

    /** @throws DoesNotCompile with javac's words */
    public Code codeOfALearner(State workspace) throws DoesNotCompile {
        return Compiler.lenient(repository, compiled()).compile("workspace", workspace.files());
    }

    private Path compiled() {
        return folder.resolve("code");
    }

    /** With both services, each traced whether or not its code asks for it. */
    Running traced(Code code) {
        return running(code, true, true);
    }

    /** @param step of the code, or whose test is going to be run against it: the later of them */
    public Running of(Code code, int step) {
        return running(code, step >= SCORES_ARE_ASKED, false);
    }

    /** On free ports. */
    private Running running(Code code, boolean withScores, boolean traced) {
        int port = Ports.free();
        Path own = folder.resolve("bars").resolve(Integer.toString(port)).toAbsolutePath();
        BarPlan plan = new BarPlan(
                repository,
                code,
                own.resolve("run"),
                own.resolve("logs"),
                port,
                Ports.free(),
                Distance.DEFAULT,
                surroundings.redisUrl(),
                new Tracing(Ports.free(), Ports.free(), traced, Map.of()),
                withScores);
        return new Running(plan, surroundings.place());
    }
}

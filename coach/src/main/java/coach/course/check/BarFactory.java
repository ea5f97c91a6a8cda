package coach.course.check;

import coach.bar.AppOptions;
import coach.bar.BarPlan;
import coach.bar.Distance;
import coach.bar.SpareRedis;
import coach.bar.compiler.CompilationError;
import coach.bar.compiler.CompiledServices;
import coach.bar.compiler.ServiceCompiler;
import coach.bar.environment.Ports;
import coach.bar.environment.UserError;
import coach.course.State;
import coach.course.Step;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Makes bars, not open yet, that run a state of the course or a learner's code, which it compiles. */
public final class BarFactory {

    /** The first step whose state before it calls the score service. */
    private static final int SCORES_ARE_ASKED = 9;

    /**
     * The services of a check speak German: a time that is written in the machine's language has a comma on every
     * machine then, and not on some learners' alone. The launcher {@code java} reads options from this variable.
     */
    private static final Map<String, String> IN_GERMAN =
            Map.of("JDK_JAVA_OPTIONS", System.getenv().getOrDefault("JDK_JAVA_OPTIONS", "") + " -Duser.language=de");

    private final Path repository;
    private final Path folder;
    private final Supplier<Optional<String>> redisUrl;

    /** @param folder for compiled classes and the bars' logs */
    public BarFactory(Path repository, Path folder) {
        this(repository, folder, SpareRedis.ofTheUser(folder.resolve("redis"))::claim);
    }

    /** @param redisUrl a Redis that runs already, or none for one of each bar's own */
    public BarFactory(Path repository, Path folder, Optional<String> redisUrl) {
        this(repository, folder, () -> redisUrl);
    }

    private BarFactory(Path repository, Path folder, Supplier<Optional<String>> redisUrl) {
        this.repository = repository;
        this.folder = folder;
        this.redisUrl = redisUrl;
    }

    /**
     * Compiles an official state; a warning is an error.
     *
     * @throws UserError when it does not compile: then the course is broken, not the learner's code
     */
    public CompiledServices code(State state) {
        try {
            return ServiceCompiler.strict(repository, compiled()).compile("state-" + state.name(), state.files());
        } catch (CompilationError e) {
            throw new UserError(
                    "The course's own %s does not compile:%n%s".formatted(state.title(), e.getMessage()), e);
        }
    }

    /** @throws CompilationError with javac's messages */
    public CompiledServices codeOfALearner(State workspace) throws CompilationError {
        return compilerOfALearner().compile("workspace", workspace.files());
    }

    /** Returns the compiler for a learner's code. */
    public ServiceCompiler compilerOfALearner() {
        return ServiceCompiler.lenient(repository, compiled());
    }

    private Path compiled() {
        return folder.resolve("code");
    }

    /** Returns whether a bar for code at that step, or for that step's test, needs the score service. */
    boolean withScores(int step) {
        return step >= SCORES_ARE_ASKED;
    }

    /** Makes a bar on this machine, which can be opened in two parts. */
    LocalTestBar local(CompiledServices code, int step) {
        return running(code, withScores(step), false, AppOptions.NONE);
    }

    /** Makes a bar with both services, and traces them even if their code does not ask for it. */
    public TestBar traced(CompiledServices code) {
        return running(code, true, true, AppOptions.NONE);
    }

    /** @param step the code's own step, or the step whose test will run against it: the later of them */
    public TestBar of(CompiledServices code, int step) {
        return local(code, step);
    }

    /**
     * Makes a bar for the test of a lab, whose agents run in the app instead of OpenTelemetry's. A tool without an agent
     * runs by itself, and its test needs no bar.
     */
    public TestBar ofLab(CompiledServices code) {
        return code.hasLabAgents() || code.labs().isEmpty()
                ? running(code, true, false, AppOptions.OWN_TRACER)
                : new BarlessCode(code);
    }

    /** Makes a bar for the test of a step or a lab, with the code of that state. */
    public TestBar of(CompiledServices code, int state, Step tested) {
        return tested.lab().isPresent() ? ofLab(code) : of(code, Math.max(state, tested.number()));
    }

    /** Makes a bar on free ports. */
    private LocalTestBar running(CompiledServices code, boolean withScores, boolean traced, AppOptions options) {
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
                redisUrl.get(),
                new BarPlan.Tracing(Ports.free(), Ports.free(), traced, Map.of()),
                withScores,
                IN_GERMAN,
                options);
        return new LocalTestBar(plan, other -> running(other, withScores, false, options));
    }
}

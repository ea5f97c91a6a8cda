package coach.bar;

import coach.code.Code;
import coach.workshop.BarFile;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The two services, each in a JVM of its own; each can be started again, with other code or other settings. */
final class Services {

    private final BarPlan plan;
    private final Opened opened;
    private final BarFile file;
    private final Listener listener;
    private final Wires wires;
    private final Map<Program, Map<String, String>> addresses;
    private final Map<Program, Part> running = new HashMap<>();

    /** @param addresses what each has to know of the others, as environment variables */
    Services(
            BarPlan plan,
            Opened opened,
            BarFile file,
            Listener listener,
            Wires wires,
            Map<Program, Map<String, String>> addresses) {
        this.plan = plan;
        this.opened = opened;
        this.file = file;
        this.listener = listener;
        this.wires = wires;
        this.addresses = addresses;
    }

    /**
     * Starts it in place of the one that runs, if one does; does not wait until it is ready.
     *
     * @param settings environment variables, beside those that say where everything is
     */
    synchronized Part start(Program program, Code code, Map<String, String> settings) {
        Part before = running.get(program);
        if (before != null) {
            before.close();
        }
        Map<String, String> environment = new HashMap<>(addresses.get(program));
        environment.putAll(settings);
        Optional<Agent> tracing = agent(code);
        tracing.ifPresent(agent -> environment.putAll(agent.environment(program, code, plan.appPort())));
        Part part = opened.keep(() -> Part.start(
                program.module(),
                program.command(code, tracing),
                environment,
                plan.logs().resolve(program.module() + ".log"),
                listener));
        file.note(part.process(), program.module());
        running.put(program, part);
        return part;
    }

    private Optional<Agent> agent(Code code) {
        if (!plan.tracing().agent() && !code.traced()) {
            return Optional.empty();
        }
        Map<Integer, String> neighbours = Map.of(
                wires.appToDatabase().port(), "database",
                wires.appToRedis().port(), "redis",
                wires.scoresToRedis().port(), "redis",
                plan.scorePort(), Program.SCORES.module());
        return Optional.of(Agent.of(plan.repository(), plan.tracing().otlpPort(), neighbours));
    }

    synchronized Part running(Program program) {
        return running.get(program);
    }
}

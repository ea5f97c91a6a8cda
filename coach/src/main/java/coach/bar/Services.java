package coach.bar;

import coach.code.Code;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The two services, each in a JVM of its own; each can be started again, with other code or other settings. */
final class Services {

    private final BarPlan plan;
    private final Place place;
    private final Parts parts;
    private final Addresses addresses;
    private final Map<Program, Part> running = new HashMap<>();

    Services(BarPlan plan, Place place, Parts parts, Addresses addresses) {
        this.plan = plan;
        this.place = place;
        this.parts = parts;
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
        Map<String, String> environment = new HashMap<>(addresses.of(program));
        environment.putAll(settings);
        Launch launch = new Launch(program, code, agent(code), environment, addresses.port(program));
        Part part = place.start(launch, parts);
        running.put(program, part);
        return part;
    }

    /** Starts a service again in place of a process that has died, unless another runs in its place by now. */
    synchronized Optional<Part> startAgain(Part dead, Code code) {
        return running.entrySet().stream()
                .filter(service -> service.getValue() == dead)
                .map(Map.Entry::getKey)
                .findFirst()
                .map(program -> start(program, code, Map.of()));
    }

    private Optional<Agent> agent(Code code) {
        if (!plan.tracing().agent() && !code.traced()) {
            return Optional.empty();
        }
        return Optional.of(new Agent(
                place.agentJar(plan.repository()),
                place.coach(),
                plan.tracing().otlpPort(),
                addresses.neighbours(),
                // Two bars may be open beside each other: this tells them apart.
                code.label() + "-" + plan.appPort()));
    }

    synchronized Part running(Program program) {
        return running.get(program);
    }
}

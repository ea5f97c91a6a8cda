package coach.bar;

import coach.bar.compiler.CompiledServices;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The two services, each in a JVM of its own; each can be started again, with other code or other settings. */
final class ServiceProcesses {

    private final BarPlan plan;
    private final BarHost place;
    private final ProcessLauncher parts;
    private final ServiceAddresses addresses;
    private final Map<ServiceProgram, ManagedProcess> running = new HashMap<>();

    ServiceProcesses(BarPlan plan, BarHost place, ProcessLauncher parts, ServiceAddresses addresses) {
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
    synchronized ManagedProcess start(ServiceProgram program, CompiledServices code, Map<String, String> settings) {
        ManagedProcess before = running.get(program);
        if (before != null) {
            before.close();
        }
        Map<String, String> environment = new HashMap<>(addresses.of(program));
        environment.putAll(settings);
        ServiceLaunch launch = new ServiceLaunch(program, code, agent(code), environment, addresses.port(program));
        ManagedProcess part = place.start(launch, parts);
        running.put(program, part);
        return part;
    }

    /** Starts a service again in place of a process that has died, unless another runs in its place by now. */
    synchronized Optional<ManagedProcess> startAgain(ManagedProcess dead, CompiledServices code) {
        return running.entrySet().stream()
                .filter(service -> service.getValue() == dead)
                .map(Map.Entry::getKey)
                .findFirst()
                .map(program -> start(program, code, Map.of()));
    }

    private Optional<JavaAgent> agent(CompiledServices code) {
        if (!plan.tracing().agent() && !code.traced()) {
            return Optional.empty();
        }
        return Optional.of(new JavaAgent(
                place.agentJar(plan.repository()),
                place.coach(),
                plan.tracing().otlpPort(),
                addresses.neighbours(),
                // Two bars may be open beside each other: this tells them apart.
                code.label() + "-" + plan.appPort()));
    }

    synchronized ManagedProcess running(ServiceProgram program) {
        return running.get(program);
    }
}

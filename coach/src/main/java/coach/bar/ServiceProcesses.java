package coach.bar;

import coach.bar.compiler.CompiledServices;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs the two services, each in a JVM of its own. Each can be restarted, with other code or other settings. */
final class ServiceProcesses {

    private final BarPlan plan;
    private final ProcessLauncher launcher;
    private final ServiceAddresses addresses;
    private final Map<ServiceProgram, ManagedProcess> running = new EnumMap<>(ServiceProgram.class);

    ServiceProcesses(BarPlan plan, ProcessLauncher launcher, ServiceAddresses addresses) {
        this.plan = plan;
        this.launcher = launcher;
        this.addresses = addresses;
    }

    /**
     * Starts a service in place of the one that runs, if any. Does not wait until it is ready.
     *
     * @param settings environment variables, besides the addresses of the others
     */
    synchronized ManagedProcess start(ServiceProgram program, CompiledServices code, Map<String, String> settings) {
        ManagedProcess before = running.get(program);
        if (before != null) {
            before.close();
        }
        Optional<JavaAgent> agent = agent(code);
        Map<String, String> environment = new HashMap<>(addresses.environment(program));
        environment.putAll(settings);
        agent.ifPresent(it -> environment.putAll(it.environment(program.module(), code)));
        List<String> command =
                program.command(code, agent.map(JavaAgent::jvmOptions).orElse(List.of()));
        ManagedProcess process = launcher.start(program.module(), command, environment);
        running.put(program, process);
        return process;
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
                JavaAgent.find(plan.repository()),
                plan.tracing().otlpPort(),
                addresses.peers(),
                // Two bars may be open at the same time: the port tells them apart.
                code.label() + "-" + plan.appPort()));
    }

    synchronized ManagedProcess running(ServiceProgram program) {
        return running.get(program);
    }
}

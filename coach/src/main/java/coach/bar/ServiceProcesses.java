package coach.bar;

import coach.bar.compiler.CompiledServices;
import java.util.ArrayList;
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
    private final StandbyProcesses ahead;
    private final Map<ServiceProgram, ManagedProcess> running = new EnumMap<>(ServiceProgram.class);

    ServiceProcesses(BarPlan plan, ProcessLauncher launcher, ServiceAddresses addresses) {
        this.plan = plan;
        this.launcher = launcher;
        this.addresses = addresses;
        this.ahead = new StandbyProcesses(plan.folder().resolve("ahead"), launcher);
    }

    /**
     * Starts a service in place of the one that runs, if any. Does not wait until it is ready.
     *
     * @param settings environment variables, besides the addresses of the others
     */
    synchronized ManagedProcess start(ServiceProgram program, CompiledServices code, Map<String, String> settings) {
        ManagedProcess before = running.get(program);
        if (before != null) {
            end(before, code);
        }
        ServiceLaunch launch = launch(program, code, settings);
        ManagedProcess process = ahead.take(launch).orElseGet(() -> cold(launch));
        running.put(program, process);
        return process;
    }

    /** Jetty takes 0.3 s to end, for nobody: only with the agent is there something left to send. */
    private void end(ManagedProcess before, CompiledServices code) {
        if (plan.traced(code)) {
            before.close();
        } else {
            before.kill();
        }
    }

    private ManagedProcess cold(ServiceLaunch launch) {
        return launcher.start(launch.program().module(), launch.command(), launch.environment());
    }

    private ServiceLaunch launch(ServiceProgram program, CompiledServices code, Map<String, String> settings) {
        Optional<JavaAgent> agent = agent(code);
        Map<String, String> environment = new HashMap<>(addresses.environment(program));
        environment.putAll(plan.settings());
        environment.putAll(settings);
        agent.ifPresent(it -> environment.putAll(it.environment(program.module(), code)));
        List<String> options = new ArrayList<>(agent.map(JavaAgent::jvmOptions).orElse(List.of()));
        if (program == ServiceProgram.APP) {
            options.addAll(plan.appOptions().of(code, plan.tracing().otlpPort()));
        }
        return new ServiceLaunch(
                program, options, environment, code.module(program.module()), code.libraries(program.module()));
    }

    /** Starts a JVM for the next start of that service, unless one waits already. Does not wait until it is ready. */
    void startAhead(ServiceProgram program, CompiledServices code) {
        ahead.prepare(launch(program, code, Map.of()));
    }

    /** Returns whether a JVM waits that can run that code. */
    boolean canRunAhead(ServiceProgram program, CompiledServices code) {
        return ahead.fits(launch(program, code, Map.of()));
    }

    void awaitStartedAhead(ServiceProgram program) {
        ahead.await(program);
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
        if (!plan.traced(code)) {
            return Optional.empty();
        }
        return Optional.of(new JavaAgent(
                JavaAgent.find(plan.repository()), plan.tracing().otlpPort(), addresses.peers(), instance(code)));
    }

    /** Returns the services' {@code service.instance.id}: two bars may be open at a time, and the port tells them apart. */
    String instance(CompiledServices code) {
        return code.label() + "-" + plan.appPort();
    }

    synchronized ManagedProcess running(ServiceProgram program) {
        return running.get(program);
    }
}

package coach.bar;

import coach.bar.compiler.CompiledServices;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * All that it takes to start a service.
 *
 * @param agent what traces it, if anything
 * @param settings environment variables, beside what the agent is told
 * @param port where it is to listen
 */
record ServiceLaunch(
        ServiceProgram program,
        CompiledServices code,
        Optional<JavaAgent> agent,
        Map<String, String> settings,
        int port) {

    /** @param installed where its files lie */
    Map<String, String> environment(InstalledService installed) {
        Map<String, String> environment = new HashMap<>(settings);
        agent.ifPresent(tracing -> {
            environment.putAll(UnusedInstrumentations.switchedOff(code.module(program.module())));
            environment.putAll(tracing.environment(program, installed));
        });
        return environment;
    }
}

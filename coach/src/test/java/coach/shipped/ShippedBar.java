package coach.shipped;

import coach.bar.Bar;
import coach.bar.BarPlan;
import coach.bar.Distance;
import coach.bar.compiler.CompiledServices;
import coach.bar.environment.Ports;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The bar as it is shipped, on free ports. */
public final class ShippedBar {

    private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();

    private ShippedBar() {}

    /** Returns the folder in which a coach finds a bar, and no other one: see {@code workshop.state}. */
    public static Path state(Bar bar) {
        return state(bar.appUrl().getPort());
    }

    private static Path state(int port) {
        return Path.of("target", "bars", Integer.toString(port)).toAbsolutePath();
    }

    /** @param agent whether both services are traced by the javaagent */
    public static Bar open(boolean agent) {
        int port = Ports.free();
        Path state = state(port);
        BarPlan plan = new BarPlan(
                REPOSITORY,
                CompiledServices.shipped(REPOSITORY),
                state.resolve("bars").resolve(Integer.toString(port)),
                state.resolve("logs"),
                port,
                Ports.free(),
                Distance.DEFAULT,
                Optional.empty(),
                new BarPlan.Tracing(Ports.free(), Ports.free(), agent, Map.of()),
                true,
                Map.of());
        return new Bar(plan, (part, line) -> {}).open();
    }
}

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

    /** @param agent whether both services are traced by the javaagent */
    public static Bar open(boolean agent) {
        int port = Ports.free();
        Path target = Path.of("target", "bars", Integer.toString(port)).toAbsolutePath();
        BarPlan plan = new BarPlan(
                REPOSITORY,
                CompiledServices.shipped(REPOSITORY),
                target.resolve("run"),
                target.resolve("logs"),
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

package coach.shipped;

import coach.bar.Bar;
import coach.bar.BarPlan;
import coach.bar.Distance;
import coach.bar.Ports;
import coach.bar.Tracing;
import coach.code.Code;
import coach.trial.Client;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * Opens the shipped bar on free ports: {@code @RegisterExtension static OpenBar bar = OpenBar.shared();}
 *
 * <p>Classes that only ask share one bar, open until the last test is over; a class that breaks things takes one of its own.
 */
final class OpenBar implements BeforeAllCallback, AfterAllCallback {

    private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();

    private final boolean shared;
    private final boolean agent;
    private Bar bar;

    private OpenBar(boolean shared, boolean agent) {
        this.shared = shared;
        this.agent = agent;
    }

    static OpenBar shared() {
        return new OpenBar(true, false);
    }

    static OpenBar ofItsOwn() {
        return new OpenBar(false, false);
    }

    /** With both services traced by the javaagent; shared too. */
    static OpenBar traced() {
        return new OpenBar(true, true);
    }

    /** The bar, to ask its database or to break something. */
    Bar bar() {
        return bar;
    }

    /** A client of the app. */
    Client app() {
        return new Client(bar.appUrl());
    }

    /** A client of the score service. */
    Client scores() {
        return new Client(bar.scoreUrl());
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        bar = shared
                ? context.getRoot()
                        .getStore(Namespace.create(OpenBar.class))
                        .computeIfAbsent(agent ? "traced" : "shared", key -> open(), Bar.class)
                : open();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        // JUnit closes the shared one with the store that holds it.
        if (!shared) {
            bar.close();
        }
    }

    private Bar open() {
        int port = Ports.free();
        Path target = Path.of("target", "bars", Integer.toString(port)).toAbsolutePath();
        BarPlan plan = new BarPlan(
                REPOSITORY,
                Code.shipped(REPOSITORY),
                target.resolve("run"),
                target.resolve("logs"),
                port,
                Ports.free(),
                Distance.DEFAULT,
                Optional.empty(),
                new Tracing(Ports.free(), Ports.free(), agent, Map.of()),
                true);
        return new Bar(plan, (part, line) -> {}).open();
    }
}

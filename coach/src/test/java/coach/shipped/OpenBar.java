package coach.shipped;

import coach.bar.Bar;
import coach.trial.Client;
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
                        .computeIfAbsent(agent ? "traced" : "shared", key -> ShippedBar.open(agent), Bar.class)
                : ShippedBar.open(agent);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        // JUnit closes the shared one with the store that holds it.
        if (!shared) {
            bar.close();
        }
    }
}

package coach.shipped;

import coach.bar.Bar;
import coach.course.check.ServiceClient;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * Opens the shipped bar on free ports: {@code @RegisterExtension static OpenBar bar = OpenBar.shared();}
 *
 * <p>Classes that only ask share one bar, open until the last test is over; a class that breaks things takes one of its own.
 */
final class ShippedBarTest implements BeforeAllCallback, AfterAllCallback {

    /** Locks the traced bar, whose statements and newest traces a test looks at. */
    static final String TRACED = "the traced bar";

    private final boolean shared;
    private final boolean agent;
    private Bar bar;

    private ShippedBarTest(boolean shared, boolean agent) {
        this.shared = shared;
        this.agent = agent;
    }

    static ShippedBarTest shared() {
        return new ShippedBarTest(true, false);
    }

    static ShippedBarTest ofItsOwn() {
        return new ShippedBarTest(false, false);
    }

    /** With both services traced by the javaagent; shared too. */
    static ShippedBarTest traced() {
        return new ShippedBarTest(true, true);
    }

    /** The bar, to ask its database or to break something. */
    Bar bar() {
        return bar;
    }

    /** A client of the app. */
    ServiceClient app() {
        return new ServiceClient(bar.appUrl());
    }

    /** A client of the score service. */
    ServiceClient scores() {
        return new ServiceClient(bar.scoreUrl());
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        bar = shared
                ? context.getRoot()
                        .getStore(Namespace.create(ShippedBarTest.class))
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

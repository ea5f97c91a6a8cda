package traces.zipkin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A page in a real browser without a window: it loads, clicks and types as a person would.
 *
 * <p>Register it as a static extension: it starts before the tests of a class, skips them where there is no browser,
 * and is closed after them.
 */
public final class Chromium implements BeforeAllCallback, AfterAllCallback {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final List<String> errors = new CopyOnWriteArrayList<>();

    private ChromiumProcess process;
    private DevTools devTools;
    private Keyboard keyboard;

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        process = ChromiumProcess.start();
        devTools = new DevTools(process.address(), this::happened);
        keyboard = new Keyboard(devTools);
        String page = devTools.ask("Target.createTarget", "url", "about:blank")
                .get("targetId")
                .asText();
        devTools.attach(devTools.ask("Target.attachToTarget", "targetId", page, "flatten", true)
                .get("sessionId")
                .asText());
        Stream.of("Page", "Runtime", "Log", "Network", "Accessibility").forEach(part -> devTools.ask(part + ".enable"));
        size(1280, 800);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (process != null) {
            process.close();
        }
    }

    private void happened(String event, JsonNode details) {
        switch (event) {
            case "Runtime.exceptionThrown" ->
                errors.add(details.at("/exceptionDetails/exception/description").asText());
            case "Runtime.consoleAPICalled" -> addIfError(details.path("type"), details.path("args"));
            case "Log.entryAdded" -> addIfError(details.at("/entry/level"), details.at("/entry/text"));
            case "Page.javascriptDialogOpening" -> {
                errors.add("dialog: " + details.path("message").asText());
                // The page waits for this answer, and the answer arrives on this thread.
                CompletableFuture.runAsync(() -> devTools.ask("Page.handleJavaScriptDialog", "accept", false));
            }
            default -> {}
        }
    }

    private void addIfError(JsonNode level, JsonNode said) {
        if (level.asText().equals("error")) {
            errors.add(said.toString());
        }
    }

    /** Loads a page and waits until it is loaded. */
    public void open(String url) {
        JsonNode answer = devTools.ask("Page.navigate", "url", url);
        if (answer.has("errorText")) {
            throw new IllegalStateException(url + ": " + answer.get("errorText"));
        }
        await("location.href !== 'about:blank' && document.readyState === 'complete'");
    }

    public void size(int width, int height) {
        devTools.ask(
                "Emulation.setDeviceMetricsOverride",
                "width",
                width,
                "height",
                height,
                "deviceScaleFactor",
                1,
                "mobile",
                false);
    }

    /** @param scheme dark or light */
    public void prefers(String scheme) {
        devTools.ask(
                "Emulation.setEmulatedMedia",
                "features",
                List.of(Map.of("name", "prefers-color-scheme", "value", scheme)));
    }

    /** Lets pages write times and figures as in UTC and in English, wherever the browser runs. */
    public void livesInUtc() {
        devTools.ask("Emulation.setTimezoneOverride", "timezoneId", "UTC");
        devTools.ask("Emulation.setLocaleOverride", "locale", "en-GB");
    }

    /** The value of an expression in JavaScript, or of its promise. */
    public JsonNode evaluate(String expression) {
        JsonNode answer =
                devTools.ask("Runtime.evaluate", "expression", expression, "returnByValue", true, "awaitPromise", true);
        if (answer.has("exceptionDetails")) {
            throw new IllegalStateException(expression + ": " + answer.get("exceptionDetails"));
        }
        return answer.path("result").path("value");
    }

    /** Waits until this expression is true; until then it may throw. */
    public void await(String expression) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!becomesTrue(expression)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not within " + PATIENCE + ": " + expression + "\nThe page says: " + text());
            }
        }
    }

    private boolean becomesTrue(String expression) {
        try {
            return evaluate("""
                    new Promise(done => {
                        const end = Date.now() + 500;
                        const look = () => {
                            let is = false;
                            try { is = Boolean(%s) } catch (notYet) {}
                            if (is || Date.now() > end) done(is); else setTimeout(look, 20);
                        };
                        look();
                    })""".formatted(expression)).asBoolean();
        } catch (IllegalStateException e) {
            // A page that gives way to the next takes its promises with it.
            return false;
        }
    }

    /** Waits until all of these can be read on the page. */
    public void awaitText(String... all) {
        for (String text : all) {
            await("document.body.innerText.includes(" + TextNode.valueOf(text) + ")");
        }
    }

    /** Returns the visible text; empty between one page and the next. */
    public String text() {
        return evaluate("document.body ? document.body.innerText : ''").asText();
    }

    /** Waits until this expression finds an element, and clicks it with the mouse. */
    public void click(String element) {
        await(element);
        JsonNode centre = evaluate("""
                (() => {
                    const found = %s;
                    found.scrollIntoView({block: 'center', behavior: 'instant'});
                    const box = found.getBoundingClientRect();
                    return {x: box.x + box.width / 2, y: box.y + box.height / 2};
                })()""".formatted(element));
        for (String step : List.of("mouseMoved", "mousePressed", "mouseReleased")) {
            devTools.ask(
                    "Input.dispatchMouseEvent",
                    "type",
                    step,
                    "x",
                    centre.get("x"),
                    "y",
                    centre.get("y"),
                    "button",
                    "left",
                    "clickCount",
                    1);
        }
    }

    /** Presses keys one after the other, named as the browser names them: Tab, Enter, ArrowDown, a, … */
    public void press(String... names) {
        keyboard.press(names);
    }

    /** Types into whatever has the focus. */
    public void type(String text) {
        keyboard.type(text);
    }

    /** Saves a picture of the page as PNG. */
    public void screenshot(Path file) throws IOException {
        String picture = devTools.ask("Page.captureScreenshot").get("data").asText();
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, Base64.getDecoder().decode(picture));
    }

    /** Returns the nodes that a screen reader gets, each with its role and its name. */
    public JsonNode accessibilityTree() {
        return devTools.ask("Accessibility.getFullAXTree").get("nodes");
    }

    /** Returns the errors of the page, and what its policy has forbidden. */
    public List<String> errors() {
        return List.copyOf(errors);
    }
}

package traces.zipkin;

import java.util.Map;

/** Presses a browser's keys. */
final class Keyboard {

    /** A key as DevTools expects it: its number, and the text that it types. */
    private record Key(int number, String text) {}

    private static final Map<String, Key> KEYS = Map.of(
            "Tab", new Key(9, ""),
            "Enter", new Key(13, "\r"),
            "Escape", new Key(27, ""),
            " ", new Key(32, " "),
            "ArrowLeft", new Key(37, ""),
            "ArrowUp", new Key(38, ""),
            "ArrowRight", new Key(39, ""),
            "ArrowDown", new Key(40, ""));

    private final DevTools devTools;

    Keyboard(DevTools devTools) {
        this.devTools = devTools;
    }

    /** Presses keys one after the other, named as the browser names them: Tab, Enter, ArrowDown, a, … */
    void press(String... names) {
        for (String name : names) {
            Key key = KEYS.getOrDefault(name, new Key(0, name));
            devTools.ask(
                    "Input.dispatchKeyEvent",
                    "type",
                    key.text().isEmpty() ? "rawKeyDown" : "keyDown",
                    "key",
                    name,
                    "text",
                    key.text(),
                    "windowsVirtualKeyCode",
                    key.number());
            devTools.ask("Input.dispatchKeyEvent", "type", "keyUp", "key", name, "windowsVirtualKeyCode", key.number());
        }
    }

    /** Types into whatever has the focus. */
    void type(String text) {
        devTools.ask("Input.insertText", "text", text);
    }
}

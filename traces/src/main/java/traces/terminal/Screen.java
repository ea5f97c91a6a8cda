package traces.terminal;

import java.nio.charset.Charset;
import java.util.Locale;
import java.util.function.UnaryOperator;
import traces.model.DurationText;

/**
 * The properties of the terminal, file or pipe that text is printed to.
 *
 * @param width in columns; no line is longer
 * @param colour whether the screen shows colours
 * @param glyphs the lines and blocks that the screen can show
 */
public record Screen(int width, boolean colour, Glyphs glyphs) {

    /** The smallest width in use, because a bar needs room beside a name; a narrower terminal breaks the lines. */
    public static final int NARROWEST = 60;

    private static final String GLYPHS = "−–Δ─→×µ±…’«»";
    private static final String IN_ASCII = "--d->xu~.'\"\"";

    private static final int WIDEST = 500;
    private static final int USUAL = 80;

    /**
     * Describes where {@code System.out} goes; a file or another program gets 80 columns.
     *
     * @param colour whether that is a terminal that shows colours
     */
    public static Screen ofOutput(boolean colour) {
        // Only Java 18 and later have this property, so the default charset stands in for it.
        Charset encoding = Charset.forName(
                System.getProperty("stdout.encoding", Charset.defaultCharset().name()));
        int width = width(TerminalWidth.ofOutput(), System.getenv("COLUMNS"));
        return new Screen(width, colour, glyphs(encoding, System.getProperty("os.name"), System::getenv));
    }

    public static Screen plain(int width) {
        return new Screen(width, false, Glyphs.BLOCKS);
    }

    /** Returns the same screen as it would be with all colours and glyphs: for a picture of what it shows. */
    public Screen coloured() {
        return new Screen(width, true, Glyphs.BLOCKS);
    }

    /**
     * @param terminal the width that the terminal reports; 0 or less where there is no terminal or no answer
     * @param columns the environment variable COLUMNS, or null
     */
    static int width(int terminal, String columns) {
        boolean isNumber = columns != null && columns.matches("[1-9]\\d{0,5}");
        int width = terminal > 0 ? terminal : isNumber ? Integer.parseInt(columns) : USUAL;
        return Math.min(WIDEST, Math.max(NARROWEST, width));
    }

    /**
     * Chooses ASCII for the old console of Windows: its fonts lack eighths of blocks, and only newer terminals set
     * these variables.
     */
    static Glyphs glyphs(Charset encoding, String system, UnaryOperator<String> env) {
        boolean oldConsole = system.toLowerCase(Locale.ROOT).startsWith("windows")
                && env.apply("WT_SESSION") == null
                && env.apply("TERM_PROGRAM") == null
                && env.apply("TERM") == null;
        boolean encodes = encoding.canEncode() && encoding.newEncoder().canEncode(Glyphs.BLOCKS.all());
        return encodes && !oldConsole ? Glyphs.BLOCKS : Glyphs.ASCII;
    }

    /** Returns what is left of the screen beside an indent. */
    public Screen beside(int indent) {
        return new Screen(width - indent, colour, glyphs);
    }

    /** Replaces what the screen cannot show by ASCII of the same width. */
    public String shown(String text) {
        if (glyphs == Glyphs.BLOCKS) {
            return text;
        }
        StringBuilder shown = new StringBuilder(text.length());
        text.chars().forEach(letter -> {
            int known = GLYPHS.indexOf(letter);
            shown.append(known < 0 ? (char) letter : IN_ASCII.charAt(known));
        });
        return shown.toString();
    }

    /** Adds the escape sequences of a style, where the screen shows colours. */
    public String styled(String text, TextStyle style) {
        return colour && !text.isBlank() ? style.escaped(text) : text;
    }

    public String time(long nanos) {
        return nanos == 0 ? "0" : shown(DurationText.text(nanos));
    }
}

package traces.terminal;

import java.nio.charset.Charset;
import java.util.Locale;
import java.util.function.UnaryOperator;
import traces.model.DurationText;

/**
 * What is drawn on.
 *
 * @param width in columns; no line is longer
 * @param colour whether it shows colours
 * @param signs the lines and blocks that it knows
 */
public record Screen(int width, boolean colour, Glyphs signs) {

    /** Narrower than this there is no room for a bar beside a name: then lines are as long as this all the same. */
    public static final int NARROWEST = 60;

    private static final String SIGNS = "−–Δ─→×µ±…’«»";
    private static final String IN_ASCII = "--d->xu~.'\"\"";

    private static final int WIDEST = 500;
    private static final int USUAL = 80;

    /**
     * Where our output goes: a terminal, or a file or another program, which get no more than 80 columns.
     *
     * @param colour whether it is a terminal that shows colours
     */
    public static Screen ofOutput(boolean colour) {
        // The encoding of System.out, which Java 17 does not tell yet.
        Charset encoding = Charset.forName(
                System.getProperty("stdout.encoding", Charset.defaultCharset().name()));
        int width = width(TerminalWidth.ofOutput(), System.getenv("COLUMNS"));
        return new Screen(width, colour, signs(encoding, System.getProperty("os.name"), System::getenv));
    }

    /** Without colour. */
    public static Screen plain(int width) {
        return new Screen(width, false, Glyphs.BLOCKS);
    }

    /** With colour. */
    public static Screen coloured(int width) {
        return new Screen(width, true, Glyphs.BLOCKS);
    }

    /** Of a console that knows no signs but ASCII's. */
    public static Screen inAscii(int width) {
        return new Screen(width, false, Glyphs.ASCII);
    }

    /**
     * @param terminal the terminal's own width; 0 or less where there is none, or it doesn't say
     * @param columns the variable of that name, or null
     */
    static int width(int terminal, String columns) {
        boolean said = columns != null && columns.matches("[1-9]\\d{0,5}");
        int width = terminal > 0 ? terminal : said ? Integer.parseInt(columns) : USUAL;
        return Math.min(WIDEST, Math.max(NARROWEST, width));
    }

    /** Windows' old console has no eighths of blocks in its fonts; every newer terminal there says its name. */
    static Glyphs signs(Charset encoding, String system, UnaryOperator<String> env) {
        boolean oldConsole = system.toLowerCase(Locale.ROOT).startsWith("windows")
                && env.apply("WT_SESSION") == null
                && env.apply("TERM_PROGRAM") == null
                && env.apply("TERM") == null;
        boolean encodes = encoding.canEncode() && encoding.newEncoder().canEncode(Glyphs.BLOCKS.all());
        return encodes && !oldConsole ? Glyphs.BLOCKS : Glyphs.ASCII;
    }

    /** Text with the signs that it knows, each as wide as before. */
    public String shown(String text) {
        if (signs == Glyphs.BLOCKS) {
            return text;
        }
        StringBuilder shown = new StringBuilder(text.length());
        text.chars().forEach(letter -> {
            int known = SIGNS.indexOf(letter);
            shown.append(known < 0 ? (char) letter : IN_ASCII.charAt(known));
        });
        return shown.toString();
    }

    public String time(long nanos) {
        return nanos == 0
                ? "0"
                : signs == Glyphs.ASCII ? DurationText.text(nanos).replace('µ', 'u') : DurationText.text(nanos);
    }
}

package traces.terminal;

import java.util.Locale;

/** Writes a number with its noun in the singular or the plural. */
public final class Plurals {

    private Plurals() {}

    // 1, "error" -> 1 error; 3000, "error" -> 3000 errors
    public static String count(int count, String noun) {
        return count + " " + number(count, noun);
    }

    // 1, "span" -> 1 span; 10000, "span" -> 10,000 spans
    public static String grouped(int count, String noun) {
        return String.format(Locale.ROOT, "%,d ", count) + number(count, noun);
    }

    private static String number(int count, String noun) {
        return count == 1 ? noun : noun + "s";
    }
}

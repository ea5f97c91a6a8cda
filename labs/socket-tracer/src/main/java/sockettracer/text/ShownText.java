package sockettracer.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Compares the text that came in from peers with what the program answered.
 *
 * @param came how many letters came
 * @param appear how many of them are in the answer as well
 * @param longestUnshown the longest piece that is not; empty where all are
 */
public record ShownText(long came, long appear, String longestUnshown) {

    /** Sentences, and what quotes, brackets, tags and lines enclose. */
    private static final Pattern BETWEEN_PIECES = Pattern.compile("[\"\\r\\n\\t{}\\[\\]<>]+|(?<=[.;:!?]) +");

    private static final Pattern ESCAPE = Pattern.compile("\\\\(u([0-9a-fA-F]{4})|.)");

    /** @param answers bytes that peers sent */
    public static ShownText of(List<byte[]> answers, byte[] shown) {
        String page = unescaped(String.join(" ", TextRuns.of(HttpAnswer.body(shown))));
        long came = 0;
        long appear = 0;
        List<String> unshown = new ArrayList<>(List.of(""));
        for (String piece : pieces(answers)) {
            long letters = letters(piece);
            came += letters;
            if (page.contains(piece)) {
                appear += letters;
            } else {
                unshown.add(piece);
            }
        }
        return new ShownText(
                came,
                appear,
                unshown.stream()
                        .max(Comparator.comparingLong(ShownText::letters))
                        .orElseThrow());
    }

    private static List<String> pieces(List<byte[]> answers) {
        return answers.stream()
                .flatMap(answer -> TextRuns.of(HttpAnswer.body(answer)).stream())
                .flatMap(run -> BETWEEN_PIECES.splitAsStream(unescaped(run)))
                .map(String::strip)
                .filter(piece -> letters(piece) > 0)
                .toList();
    }

    // JSON's: "cr\u00e8me" -> "crème"
    private static String unescaped(String text) {
        return ESCAPE.matcher(text).replaceAll(escape -> {
            String code = escape.group(2);
            return java.util.regex.Matcher.quoteReplacement(
                    code != null
                            ? String.valueOf((char) Integer.parseInt(code, 16))
                            : plain(escape.group(1).charAt(0)));
        });
    }

    private static String plain(char escaped) {
        return switch (escaped) {
            case 'n', 'r', 't', 'b', 'f' -> "\n";
            default -> String.valueOf(escaped);
        };
    }

    private static long letters(String text) {
        return text.codePoints().filter(Character::isLetter).count();
    }
}

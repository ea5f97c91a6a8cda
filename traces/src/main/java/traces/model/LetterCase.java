package traces.model;

/**
 * Changes the case of text letter by letter.
 *
 * <p>The JDK's own makes two letters of some, and copies the whole text at each such: a megabyte of ß takes it minutes.
 */
final class LetterCase {

    private LetterCase() {}

    static String upper(String text) {
        char[] letters = text.toCharArray();
        for (int i = 0; i < letters.length; i++) {
            letters[i] = Character.toUpperCase(letters[i]);
        }
        return new String(letters);
    }

    static String lower(String text) {
        char[] letters = text.toCharArray();
        for (int i = 0; i < letters.length; i++) {
            letters[i] = Character.toLowerCase(letters[i]);
        }
        return new String(letters);
    }
}

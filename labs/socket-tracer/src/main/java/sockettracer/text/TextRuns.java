package sockettracer.text;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Finds the text among bytes of any protocol: runs of at least four letters, in UTF-8, or in UTF-16 as H2 sends it. */
public final class TextRuns {

    private static final int SHORTEST = 4;

    private TextRuns() {}

    public static List<String> of(byte[] bytes) {
        List<String> runs = new ArrayList<>();
        for (int at = 0; at < bytes.length; ) {
            int wide = wideEnd(bytes, at);
            int narrow = narrowEnd(bytes, at);
            if (wide - at >= 2 * SHORTEST) {
                runs.add(withoutLength(new String(bytes, at, wide - at, StandardCharsets.UTF_16BE)));
                at = wide;
            } else if (narrow - at >= SHORTEST) {
                runs.add(new String(bytes, at, narrow - at, StandardCharsets.UTF_8));
                at = narrow;
            } else {
                at++;
            }
        }
        return runs;
    }

    /** The length before a string looks like a letter of its own where it is between 32 and 126. */
    private static String withoutLength(String run) {
        return run.charAt(0) == run.length() - 1 ? run.substring(1) : run;
    }

    private static int wideEnd(byte[] bytes, int start) {
        int at = start;
        // The first one is plain, or else any two bytes would be a letter of some script.
        if (at + 1 < bytes.length && bytes[at] == 0) {
            while (at + 1 < bytes.length && isText((char) ((bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff))) {
                at += 2;
            }
        }
        return at;
    }

    private static int narrowEnd(byte[] bytes, int start) {
        int at = start;
        while (at < bytes.length) {
            int length = bytes[at] >= 0 ? 1 : Integer.numberOfLeadingZeros(~(bytes[at] << 24));
            if (length == 1 ? !isText((char) bytes[at]) : !isContinued(bytes, at, length)) {
                break;
            }
            at += length;
        }
        return at;
    }

    private static boolean isContinued(byte[] bytes, int at, int length) {
        boolean continued = length >= 2 && length <= 4 && at + length <= bytes.length;
        for (int i = 1; continued && i < length; i++) {
            continued = (bytes[at + i] & 0xc0) == 0x80;
        }
        return continued;
    }

    private static boolean isText(char letter) {
        return letter == '\n'
                || letter == '\r'
                || letter == '\t'
                || letter >= ' ' && letter < 0x7f
                || letter >= 0xa0 && letter < 0x2500 && Character.isDefined(letter);
    }
}

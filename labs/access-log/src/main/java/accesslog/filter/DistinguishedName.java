package accesslog.filter;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** Brings distinguished names into one spelling: lower case, no spaces around what separates their parts. */
public final class DistinguishedName {

    private DistinguishedName() {}

    // "UID=svc-SSO, OU=services" -> "uid=svc-sso,ou=services"; an escaped comma is part of its value
    public static byte[] normalised(byte[] name) {
        byte[] out = new byte[name.length];
        int length = 0;
        int kept = 0; // what a space may not be taken away from: an escaped one counts
        boolean ascii = true;
        for (int at = 0; at < name.length; at++) {
            byte letter = name[at];
            ascii &= letter >= 0;
            if (letter == '\\' && at + 1 < name.length) {
                out[length++] = letter;
                out[length++] = lower(name[++at]);
                kept = length;
            } else if (isSeparator(letter)) {
                while (length > kept && out[length - 1] == ' ') {
                    length--;
                }
                out[length++] = letter;
                kept = length;
                while (at + 1 < name.length && name[at + 1] == ' ') {
                    at++;
                }
            } else {
                out[length++] = lower(letter);
            }
        }
        byte[] normal = length == name.length ? out : Arrays.copyOf(out, length);
        return ascii ? normal : lower(normal);
    }

    private static boolean isSeparator(byte letter) {
        return letter == ',' || letter == '=' || letter == '+' || letter == ';';
    }

    private static byte lower(byte letter) {
        return letter >= 'A' && letter <= 'Z' ? (byte) (letter + 'a' - 'A') : letter;
    }

    private static byte[] lower(byte[] utf8) {
        return new String(utf8, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
    }
}

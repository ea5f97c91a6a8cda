package accesslog.generator;

import java.nio.charset.StandardCharsets;
import java.util.Random;

/** Names what is in the made-up directory, and spells values as the server does. */
final class Directory {

    static final String SUFFIX = "dc=example,dc=com";
    static final String PEOPLE = "ou=people," + SUFFIX;
    static final String GROUPS = "ou=groups," + SUFFIX;

    private static final String[] FIRST =
            "ana bo carlos dilip eva farid gita hugo ines jonas kira lars mina noah olga pavel quinn rosa sven tara"
                    .split(" ");
    private static final String[] LAST =
            "ahmed becker costa dubois eriksen fischer garcia haddad ito jensen kumar lopez moreau novak okafor petrov quist rossi silva tanaka"
                    .split(" ");

    private Directory() {}

    /** One of 200,000 people. */
    record Person(String uid, String first, String last) {

        String dn() {
            return "uid=" + uid + "," + PEOPLE;
        }
    }

    static Person person(Random random) {
        int number = random.nextInt(200_000);
        String first = FIRST[number % FIRST.length];
        String last = LAST[number / FIRST.length % LAST.length];
        return new Person(first.charAt(0) + last + number, first, last);
    }

    static String lastName(Random random) {
        return LAST[random.nextInt(LAST.length)];
    }

    // "a(b)*" -> "a\28b\29\2A"
    static String escaped(String value) {
        StringBuilder escaped = new StringBuilder();
        for (byte letter : value.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = letter >= ' ' && letter < 127 && "()*\\".indexOf(letter) < 0;
            escaped.append(plain ? String.valueOf((char) letter) : "\\%02X".formatted(letter & 0xFF));
        }
        return escaped.toString();
    }
}

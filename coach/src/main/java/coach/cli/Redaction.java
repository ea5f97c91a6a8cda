package coach.cli;

import static java.util.regex.Pattern.CASE_INSENSITIVE;
import static java.util.regex.Pattern.UNICODE_CASE;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import oshi.SystemInfo;

/** Removes this machine's folders, user and host name from a text before it is published. */
final class Redaction {

    /** Matches names such as root and ada, but no single letter, which would be found everywhere. */
    private static final String A_NAME = "[\\p{L}\\d._-]{2,}";

    private final Map<Pattern, String> replacements = new LinkedHashMap<>();

    // "/home/ada/beer" in "/home/ada" -> the workshop's folder, then ~: the longer comes first
    Redaction(Path repository, Path home, String user, String host) {
        folder(repository, "(workshop)");
        folder(home, "~");
        name(user, "(user)");
        name(host, "(host)");
    }

    static Redaction ofThisMachine(Path repository) {
        return new Redaction(
                repository,
                Path.of(System.getProperty("user.home")),
                System.getProperty("user.name"),
                new SystemInfo().getOperatingSystem().getNetworkParams().getHostName());
    }

    /** @return the text without folders and names */
    String of(String text) {
        String redacted = text;
        for (var replacement : replacements.entrySet()) {
            String put = Matcher.quoteReplacement(replacement.getValue());
            redacted = replacement.getKey().matcher(redacted).replaceAll(put);
        }
        return redacted;
    }

    private void folder(Path folder, String put) {
        // A container's home may be "/", which is part of every path and reveals nothing.
        Stream.of(folder, real(folder))
                .filter(path -> path.getNameCount() > 0)
                .forEach(path -> put(Pattern.quote(path.toString()) + "(?![\\p{L}\\d])", put));
    }

    private void name(String name, String put) {
        if (name.matches(A_NAME)) {
            put("(?<![\\p{L}\\d])" + Pattern.quote(name) + "(?![\\p{L}\\d])", put);
        }
    }

    private void put(String pattern, String put) {
        replacements.put(Pattern.compile(pattern, CASE_INSENSITIVE | UNICODE_CASE), put);
    }

    private static Path real(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException e) {
            return folder;
        }
    }
}

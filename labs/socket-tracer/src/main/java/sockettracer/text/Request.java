package sockettracer.text;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a request, in the protocols that the tracer knows a little of.
 *
 * @param statement what is asked, such as {@code GET /menu}, {@code GET beer:1} or {@code select … where id=?}
 * @param values the text that is sent beside a statement
 */
public record Request(Kind kind, String statement, String values) {

    public enum Kind {
        HTTP,
        REDIS,
        SQL,
        TEXT,
        BINARY
    }

    private static final Pattern HTTP = Pattern.compile("([A-Z]{3,7} \\S+) HTTP/1\\.\\d\r\n");
    // *2 $3 GET $6 beer:1
    private static final Pattern REDIS = Pattern.compile("\\*\\d+\r\n\\$\\d+\r\n.*", Pattern.DOTALL);
    private static final Pattern REDIS_LENGTHS = Pattern.compile("(^|\r\n)([*$]\\d+\r\n)+");
    // A letter or two before it may be its length.
    private static final Pattern SQL = Pattern.compile(
            "(?is).{0,2}?\\b((?:select|insert|update|delete|merge|with|call|set|commit|rollback|begin)\\b.*)");

    public static Request of(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        Matcher http = HTTP.matcher(text);
        if (http.lookingAt()) {
            int headers = text.indexOf("\r\n\r\n");
            return new Request(
                    Kind.HTTP,
                    http.group(1),
                    headers < 0 ? "" : text.substring(headers).strip());
        }
        if (REDIS.matcher(text).matches()) {
            return new Request(
                    Kind.REDIS, REDIS_LENGTHS.matcher(text).replaceAll(" ").strip(), "");
        }
        return isBinary(bytes) ? binary(TextRuns.of(bytes)) : new Request(Kind.TEXT, text.strip(), "");
    }

    private static Request binary(List<String> runs) {
        for (int i = 0; i < runs.size(); i++) {
            Matcher sql = SQL.matcher(runs.get(i));
            if (sql.matches()) {
                return new Request(Kind.SQL, sql.group(1).strip(), String.join(" ", runs.subList(i + 1, runs.size())));
            }
        }
        return new Request(Kind.BINARY, "", String.join(" ", runs));
    }

    private static boolean isBinary(byte[] bytes) {
        for (byte each : bytes) {
            if (each >= 0 && each < '\t') {
                return true;
            }
        }
        return false;
    }

    /** In one line, for a reader. */
    public String title() {
        String text = (statement + " " + values).strip();
        return text.isEmpty() ? "(no text)" : text.replaceAll("\\s+", " ");
    }
}

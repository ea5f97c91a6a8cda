package traces.model;

import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Writes the template of a span's name: what differs from call to call is replaced by dots.
 *
 * <pre>
 *   GET /items/1000                -> GET /items/…
 *   graphql.resolve books.0.author -> graphql.resolve books.….author
 *   blob 9f86d081884c7d65          -> blob …
 * </pre>
 */
public final class SpanNameTemplate {

    /** Longer names stay as they are: no program writes a template of that length. */
    private static final int LONGEST = 1_000;

    private static final String BEGINS = "(?<![\\p{L}\\p{N}])";
    private static final String ENDS = "(?![\\p{L}\\p{N}])";

    private static final String UUID = "[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}";

    // A hash has digits and letters: "facade" and "deadbeef" are words.
    private static final String HASH = "(?=[0-9]*+[a-fA-F])(?=[a-fA-F]*+[0-9])[0-9a-fA-F]{7,}+";

    // An id such as 01ARZ3NDEKTSV4RRFFQ69G5FAV, whose digits stand in several places; Log4j2Configuration is a name.
    private static final String ID = "(?=(?:[A-Za-z]*+[0-9]++){3})[A-Za-z0-9]{16,}+";

    // A small number behind a space is often a part of the name: "Phase 2".
    private static final String NUMBER = "(?:(?<=[/.:;,#=&_@~\\[({<|+*-])[0-9]++|[0-9]{4,}+)";

    private static final Pattern VARIABLE =
            Pattern.compile(BEGINS + "(?:" + UUID + "|" + HASH + "|" + ID + "|" + NUMBER + ")" + ENDS);

    private static final String DOTS = "…";

    private SpanNameTemplate() {}

    public static String of(String name) {
        boolean plain = name.length() > LONGEST || name.chars().noneMatch(letter -> letter >= '0' && letter <= '9');
        return plain ? name : VARIABLE.matcher(name).replaceAll(DOTS);
    }

    /** Returns the name that the spans of one template share; the template where their names differ. */
    public static String ofAll(Collection<String> names) {
        List<String> different = names.stream().distinct().limit(2).toList();
        return different.size() == 1 ? different.get(0) : of(different.get(0));
    }
}

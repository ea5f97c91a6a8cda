package accesslog.filter;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Holds the generalisation against another parser: what UnboundID's finds in a filter says what the shape has to be. */
class FilterOracleTest {

    private static final int FILTERS = Integer.getInteger("oracle.filters", 20_000);
    private static final List<String> ATTRIBUTES =
            List.of("uid", "cn", "mail", "objectClass", "OBJECTclass", "sn;lang-de", "2.5.4.3");
    private static final List<String> VALUES = List.of(
            "a",
            "ana lopez",
            "J\u00fcrgen",
            "a*b",
            "(x)",
            "\\",
            "a\"b\" scope=9",
            "conn=9 op=1",
            "=",
            "&|!",
            ">=",
            "\u6771");

    private final Random random = new Random(389);

    @Test
    void agreesWithUnboundId() throws LDAPException {
        for (int i = 0; i < FILTERS; i++) {
            Filter filter = filter(0);
            // The normal form escapes as the server does; what is parsed again is what UnboundID understood.
            String logged = filter.toString();

            assertThat(FilterShapeTest.shape(logged)).as(logged).isEqualTo(expected(Filter.create(logged)));
        }
    }

    @Test
    void refusesWhatUnboundIdRefuses() {
        int refused = 0;
        for (int i = 0; i < FILTERS; i++) {
            StringBuilder broken = new StringBuilder(filter(0).toString());
            broken.deleteCharAt(random.nextInt(2) == 0 ? 0 : broken.length() - 1);
            if (broken.toString().startsWith("(")) {
                refused++;
                assertThat(FilterShapeTest.shape(broken.toString()))
                        .as(broken.toString())
                        .isNull();
            }
        }
        assertThat(refused).isGreaterThan(FILTERS / 3);
    }

    private Filter filter(int depth) {
        int kind = random.nextInt(depth < 4 ? 10 : 7);
        String name = oneOf(ATTRIBUTES);
        return switch (kind) {
            case 0 -> Filter.createPresenceFilter(name);
            case 1 -> Filter.createSubstringFilter(name, maybe(), middle(), oneOf(VALUES));
            case 2 -> Filter.createSubstringFilter(name, oneOf(VALUES), middle(), maybe());
            case 3 -> Filter.createGreaterOrEqualFilter(name, oneOf(VALUES));
            case 4 -> Filter.createApproximateMatchFilter(name, oneOf(VALUES));
            case 5 -> Filter.createExtensibleMatchFilter(name, "2.5.13.2", random.nextBoolean(), oneOf(VALUES));
            case 6 -> Filter.createEqualityFilter(name, oneOf(VALUES));
            case 7 -> Filter.createANDFilter(children(depth));
            case 8 -> Filter.createORFilter(children(depth));
            default -> Filter.createNOTFilter(filter(depth + 1));
        };
    }

    private List<Filter> children(int depth) {
        List<Filter> children = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            children.add(filter(depth + 1));
        }
        return children;
    }

    private String maybe() {
        return random.nextBoolean() ? oneOf(VALUES) : null;
    }

    private String[] middle() {
        return random.nextInt(3) == 0 ? new String[] {oneOf(VALUES), oneOf(VALUES)} : new String[0];
    }

    private String oneOf(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static String expected(Filter filter) {
        String name = filter.getAttributeName();
        return switch (filter.getFilterType()) {
            case Filter.FILTER_TYPE_AND -> "(&" + siblings(filter.getComponents()) + ")";
            case Filter.FILTER_TYPE_OR -> "(|" + siblings(filter.getComponents()) + ")";
            case Filter.FILTER_TYPE_NOT -> "(!" + expected(filter.getNOTComponent()) + ")";
            case Filter.FILTER_TYPE_PRESENCE -> "(" + name + "=*)";
            case Filter.FILTER_TYPE_GREATER_OR_EQUAL -> "(" + name + ">=...)";
            case Filter.FILTER_TYPE_LESS_OR_EQUAL -> "(" + name + "<=...)";
            case Filter.FILTER_TYPE_APPROXIMATE_MATCH -> "(" + name + "~=...)";
            case Filter.FILTER_TYPE_EXTENSIBLE_MATCH ->
                "(" + name + (filter.getDNAttributes() ? ":dn" : "") + ":" + filter.getMatchingRuleID() + ":=...)";
            case Filter.FILTER_TYPE_SUBSTRING ->
                isObjectClass(name) ? filter.toString() : "(" + name + "=" + parts(filter) + ")";
            default -> isObjectClass(name) ? filter.toString() : "(" + name + "=...)";
        };
    }

    private static boolean isObjectClass(String name) {
        return name.toLowerCase(Locale.ROOT).equals("objectclass");
    }

    private static String siblings(Filter[] components) {
        Set<String> shapes = new LinkedHashSet<>();
        for (Filter component : components) {
            shapes.add(expected(component));
        }
        return String.join("", shapes);
    }

    private static String parts(Filter filter) {
        StringBuilder parts = new StringBuilder(filter.getSubInitialString() == null ? "" : "...").append('*');
        for (int i = 0; i < filter.getSubAnyStrings().length; i++) {
            parts.append("...*");
        }
        return parts.append(filter.getSubFinalString() == null ? "" : "...").toString();
    }
}

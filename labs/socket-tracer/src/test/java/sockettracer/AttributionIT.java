package sockettracer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sockettracer.program.Crowd;

/** Lets eight sections make calls whose text says which section they are of, and compares with what the tracer says. */
class AttributionIT {

    private static final Map<String, Integer> CALLS = Map.ofEntries(
            Map.entry("same", 8),
            Map.entry("send", 16),
            Map.entry("async", 24),
            Map.entry("pool", 8),
            Map.entry("thread", 8),
            Map.entry("virtual", 8),
            Map.entry("supply", 8),
            Map.entry("completion", 8),
            Map.entry("parallel", 32),
            Map.entry("helping", 8));

    /** At least what a plain thread local gets right, of all calls; most of these run on other threads. */
    private static final Map<String, Integer> RIGHT_AT_LEAST = Map.of("same", 8, "parallel", 22, "helping", 4);

    // GET pool:3, or GET /pool:3
    private static final Pattern TEXT = Pattern.compile("GET /?(\\w+):(\\d)");

    private static Backends backends;

    @BeforeAll
    static void open() throws Exception {
        backends = new Backends();
    }

    @AfterAll
    static void close() throws Exception {
        backends.close();
    }

    @ParameterizedTest
    @MethodSource("sockettracer.Jdk#all")
    void isNeverWrong_withEightSectionsAtOnce(Jdk jdk) throws Exception {
        Map<String, Counts> ways = run(jdk, true);

        System.out.println("Eight sections at once, " + jdk + ": " + ways);
        ways.forEach((way, counts) -> {
            assertThat(counts.wrong).as(way + " " + counts).isZero();
            assertThat(counts.right + counts.unattributed).as(way).isEqualTo(CALLS.get(way));
            assertThat(counts.right).as(way).isGreaterThanOrEqualTo(RIGHT_AT_LEAST.getOrDefault(way, 0));
        });
    }

    @ParameterizedTest
    @MethodSource("sockettracer.Jdk#newest")
    void isAlwaysRight_withOneSectionAtATime(Jdk jdk) throws Exception {
        Map<String, Counts> ways = run(jdk, false);

        ways.forEach((way, counts) -> {
            assertThat(counts.wrong).as(way + " " + counts).isZero();
            assertThat(counts.right).as(way).isEqualTo(CALLS.get(way));
        });
    }

    private static Map<String, Counts> run(Jdk jdk, boolean atOnce) throws Exception {
        TracedProgram.Ended ended = new TracedProgram(jdk)
                .options("report=off")
                .run(Crowd.class, backends.redis.port(), backends.http.port(), atOnce);
        assertThat(ended.exitCode()).as(ended.output()).isZero();
        Map<String, Counts> ways = new TreeMap<>();
        for (JsonNode section : ended.sections()) {
            section.get("calls")
                    .forEach(call -> count(ways, call, section.get("section").asText()));
            section.get("unattributed").forEach(call -> count(ways, call, null));
        }
        return ways;
    }

    private static void count(Map<String, Counts> ways, JsonNode call, String section) {
        Matcher text = TEXT.matcher(call.get("asked").asText());
        assertThat(text.lookingAt()).as(call.toString()).isTrue();
        Counts counts = ways.computeIfAbsent(text.group(1), way -> new Counts());
        if (section == null) {
            // Printed by every section that was open.
            counts.unattributed += counts.seen.add(call.get("id").asLong()) ? 1 : 0;
        } else if (section.equals(text.group(2))) {
            counts.right++;
        } else {
            counts.wrong++;
        }
    }

    private static final class Counts {
        private final Set<Long> seen = new HashSet<>();
        private int right;
        private int wrong;
        private int unattributed;

        @Override
        public String toString() {
            return right + "/" + wrong + "/" + unattributed;
        }
    }
}

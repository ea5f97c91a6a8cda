package accesslog.samples;

import static org.assertj.core.api.Assertions.assertThat;

import accesslog.LogRun;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holds the join against what the clients of a real server noted themselves. */
class SampleTruthTest {

    private static final Path SAMPLES = Path.of("src/test/resources/samples");
    private static final Pattern CONNECTION =
            Pattern.compile("conn=(\\d+) fd=\\d+ slot=\\d+ (?:SSL )?connection from (\\S+) to");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Counts what was compared, so that a test which compares nothing fails. */
    private record Tally(int names, int results, int entries, int other) {}

    @ParameterizedTest
    @CsvSource({
        "default,        3318, 3269, 2630, 2",
        "internal,        730,  727,  574, 0",
        "entry-referral,  699,  693,  475, 2",
        "tz-kolkata-hr,   453,  453,  284, 0",
    })
    void joinsEveryRequestAsItsClientSawIt(String sample, int names, int results, int entries, int notLogged)
            throws IOException {
        Path log = SAMPLES.resolve(sample).resolve("access.gz");
        Map<String, JsonNode> joined = byPlace(log, LogRun.of(log).operations);

        List<String> wrong = new ArrayList<>();
        Tally tally = new Tally(0, 0, 0, 0);
        for (String line : lines(SAMPLES.resolve(sample).resolve("truth.jsonl.gz"))) {
            JsonNode truth = JSON.readTree(line);
            if (!truth.get("seq").isNull()) {
                JsonNode operation = joined.get(place(
                        truth.get("ip").asText(),
                        truth.get("nconn").asInt(),
                        truth.get("seq").asInt()));
                tally = compare(truth, operation, wrong, tally);
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(tally).isEqualTo(new Tally(names, results, entries, notLogged));
    }

    /** An abandon of something unknown is not logged, and shifts the places behind it. */
    private static Tally compare(JsonNode truth, JsonNode operation, List<String> wrong, Tally tally) {
        String kind = truth.get("kind").asText();
        if (operation == null || !operation.get("type").asText().equals(kind)) {
            return new Tally(tally.names, tally.results, tally.entries, tally.other + 1);
        }
        if (kind.equals("ABANDON") || kind.equals("UNBIND")) {
            return tally;
        }
        String dn = truth.path(kind.equals("BIND") ? "prev_dn" : "bind_dn").asText();
        require(
                dn.toLowerCase(Locale.ROOT)
                        .replace(", ", ",")
                        .equals(operation.path("bind_dn").asText()),
                truth,
                operation,
                wrong);
        if (truth.path("err").isMissingNode() || truth.get("err").isNull()) {
            return new Tally(tally.names + 1, tally.results, tally.entries, tally.other);
        }
        require(truth.get("err").asInt() == operation.path("err").asInt(-1), truth, operation, wrong);
        boolean counted = kind.equals("SRCH") && truth.get("err").asInt() == 0;
        if (counted) {
            require(truth.get("nentries").asInt() == operation.path("nentries").asInt(-1), truth, operation, wrong);
        }
        return new Tally(tally.names + 1, tally.results + 1, tally.entries + (counted ? 1 : 0), tally.other);
    }

    private static void require(boolean right, JsonNode truth, JsonNode operation, List<String> wrong) {
        if (!right) {
            wrong.add(truth + " was joined as " + operation);
        }
    }

    /** The place of an operation: address, which of its connections, which of that one's operations by number. */
    private static Map<String, JsonNode> byPlace(Path log, List<JsonNode> operations) throws IOException {
        Map<Long, List<JsonNode>> byConnection = new TreeMap<>();
        operations.stream()
                .filter(each -> !each.has("internal"))
                .forEach(each -> byConnection
                        .computeIfAbsent(each.get("conn").asLong(), conn -> new ArrayList<>())
                        .add(each));
        Map<String, JsonNode> byPlace = new HashMap<>();
        Map<String, Integer> connections = new HashMap<>();
        for (String line : lines(log)) {
            Matcher begins = CONNECTION.matcher(line);
            if (begins.find()) {
                int nth = connections.merge(begins.group(2), 1, Integer::sum) - 1;
                List<JsonNode> own =
                        new ArrayList<>(byConnection.getOrDefault(Long.valueOf(begins.group(1)), List.of()));
                own.sort(Comparator.comparingLong(each -> each.get("op").asLong()));
                for (int i = 0; i < own.size(); i++) {
                    byPlace.put(place(begins.group(2), nth, i), own.get(i));
                }
            }
        }
        return byPlace;
    }

    private static String place(String ip, int connection, int operation) {
        return ip + " " + connection + " " + operation;
    }

    private static List<String> lines(Path zipped) throws IOException {
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(zipped)), StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        }
    }
}

package accesslog.generator;

import static org.assertj.core.api.Assertions.assertThat;

import accesslog.LogRun;
import accesslog.generator.LogGenerator.Wish;
import accesslog.record.FaultKind;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Holds the join against what the generator knows of each operation, in every dialect, over a restart and with the rare oddities. */
class GeneratedLogTest {

    private static final long SIZE = Long.getLong("generated.bytes", 1_500_000);

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void joinsEveryOperationOfTheGenerator(Dialect dialect) throws IOException {
        Path log = folder.resolve("access");
        List<Truth> truths = new ArrayList<>();
        Wish wish = new Wish(dialect, 389, SIZE, SIZE / 2, true, ZoneOffset.ofHoursMinutes(5, 30));
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(log))) {
            LogGenerator.write(wish, out, truths::add);
        }

        LogRun run = LogRun.of(log);

        Map<String, JsonNode> joined = new HashMap<>();
        run.operations.forEach(
                each -> joined.put(each.get("run") + "/" + each.get("conn") + "/" + each.get("op"), each));
        List<String> wrong = new ArrayList<>();
        int inFlight = 0;
        for (Truth truth : truths) {
            JsonNode operation = joined.get(truth.key());
            if (operation == null || operation.get("ended").asText().equals("eof")) {
                inFlight++;
            } else if (!matches(truth, operation)) {
                wrong.add(truth + " was joined as " + operation);
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(inFlight).as("cut off by the end of the log").isLessThan(60);
        assertThat(truths).hasSizeGreaterThan(2_000);
        assertThat(run.operations).hasSize(joined.size());
        assertThat(run.reader.runs()).isEqualTo(2);
        assertThat(run.reader.faults().notUnderstood()).isZero();
        assertThat(run.reader.faults().count(FaultKind.NO_REQUEST)).isZero();
    }

    private static boolean matches(Truth truth, JsonNode operation) {
        return operation.get("type").asText().equals(truth.kind())
                && operation.path("bind_dn").asText().equals(truth.dn())
                && number(operation, "err", truth.err())
                && number(operation, "nentries", truth.nentries())
                && operation.path("etime_ns").asLong() == truth.etime()
                && operation.path("filter_shape").asText().equals(truth.template() == null ? "" : truth.template())
                && operation.get("ended").asText().equals(truth.err() == null ? "abandon" : "result");
    }

    private static boolean number(JsonNode operation, String key, Integer expected) {
        return expected == null ? !operation.has(key) : operation.path(key).asInt(-1) == expected;
    }
}

package sockettracer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import sockettracer.program.Repeats;

/** Holds «asked twice» and «a loop» against a program that says in each section's name which of them it does. */
class RepeatsIT {

    @Test
    void tellsTheSameQuestionFromALoop() throws Exception {
        TracedProgram.Ended ended;
        try (Backends backends = new Backends()) {
            ended = new TracedProgram(Jdk.CURRENT)
                    .options("report=off")
                    .run(Repeats.class, backends.redis.port(), backends.h2.port(), backends.http.port());
        }
        assertThat(ended.exitCode()).as(ended.output()).isZero();

        int exchanges = 0;
        List<String> confusions = new ArrayList<>();
        for (JsonNode section : ended.sections()) {
            exchanges += section.get("calls").size();
            String name = section.get("section").asText();
            if (!found(section).equals(expected(name))) {
                confusions.add(name + ": " + found(section));
            }
        }

        assertThat(confusions).isEmpty();
        assertThat(ended.sections()).hasSize(18);
        assertThat(exchanges).isGreaterThanOrEqualTo(40);
    }

    // "loop 5 redis, by name" -> "loop 5"
    private static String expected(String section) {
        return section.startsWith("once") ? "" : section.substring(0, section.indexOf(' ') + 2);
    }

    private static String found(JsonNode section) {
        List<String> found = new ArrayList<>();
        section.get("repeats")
                .forEach(repeat -> found.add(repeat.get("kind").asText().replace("asked ", "") + " "
                        + repeat.get("questions").size()));
        return String.join(" and ", found);
    }
}

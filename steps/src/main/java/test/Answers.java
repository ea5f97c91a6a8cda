package test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;
import static org.assertj.core.api.Assertions.assertThat;

import coach.course.check.ServiceReply;
import coach.course.check.StepContext;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The right answer for every beer, from the tasting lab's list of scores. */
final class Answers {

    private static final String FILE = "score-service/src/main/resources/scores.csv";

    private static final Comparator<Score> BEST_FIRST =
            comparingInt(Score::percent).reversed().thenComparing(comparing(Score::donut));

    private final Map<String, List<Score>> byBeer;

    private Answers(Map<String, List<Score>> byBeer) {
        this.byBeer = byBeer;
    }

    private record Score(String beer, String donut, int percent, String reasons) {

        // ipa,boston-cream,59,"balance 32 of 40: …","weight 27 of 30: …",flavour 0 of 30: …
        static Score of(String line) {
            String[] cells = line.split(",", 4);
            return new Score(cells[0], cells[1], Integer.parseInt(cells[2]), cells[3].replace("\"", ""));
        }
    }

    static Answers of(StepContext context) {
        Path file = context.file(FILE).orElseThrow(() -> new AssertionError("There is no " + FILE + " any more."));
        try {
            return new Answers(Files.readAllLines(file, UTF_8).stream()
                    .skip(1)
                    .map(Score::of)
                    .collect(Collectors.groupingBy(Score::beer, LinkedHashMap::new, Collectors.toList())));
        } catch (IOException e) {
            throw new UncheckedIOException("could not read " + file, e);
        }
    }

    /** Gives all beers of the bar. */
    Set<String> beers() {
        return byBeer.keySet();
    }

    /** Fails when this is not the answer for that beer. */
    void isRight(String beer, ServiceReply reply) {
        isRight(beer, reply, "");
    }

    /** @param hint where to look when the answer is wrong */
    void isRight(String beer, ServiceReply reply, String hint) {
        assertThat(reply.status())
                .withFailMessage(() -> "%s should answer 200, but answered %d: %s"
                        .formatted(reply.whole().request().uri(), reply.status(), reply.body()))
                .isEqualTo(200);
        String right = right(beer);
        String seen = seen(reply.json());
        assertThat(seen)
                .withFailMessage(() -> """
                        The answer of %s is wrong.
                          expected  %s
                          seen      %s
                        %s""".formatted(reply.whole().request().uri(), right, seen, hint))
                .isEqualTo(right);
    }

    private String right(String beer) {
        List<Score> scores =
                byBeer.get(beer).stream().sorted(BEST_FIRST).limit(4).toList();
        Score best = scores.get(0);
        List<String> runnersUp = scores.stream()
                .skip(1)
                .map(score -> score.donut() + " " + score.percent())
                .toList();
        return "%s: %s %d, then %s; %s".formatted(beer, best.donut(), best.percent(), runnersUp, best.reasons());
    }

    private static String seen(JsonNode match) {
        List<String> runnersUp = new ArrayList<>();
        match.path("runnersUp")
                .forEach(next -> runnersUp.add(
                        next.path("donut").asText() + " " + next.path("score").asText()));
        List<String> reasons = new ArrayList<>();
        match.path("reasons").forEach(reason -> reasons.add(reason.asText()));
        return "%s: %s %s, then %s; %s"
                .formatted(
                        match.path("beer").asText(),
                        match.path("donut").asText(),
                        match.path("score").asText(),
                        runnersUp,
                        String.join(",", reasons));
    }
}

package beerdonut.pairing;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.List;

/** The answer to «which donut goes with this beer?»: the best, why, and the three that came next. */
public record Match(String beer, String donut, int score, List<String> reasons, List<RunnerUp> runnersUp) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int RUNNERS_UP = 3;

    public Match {
        requireNonNull(beer, "beer");
        requireNonNull(donut, "donut");
        requireNonNull(reasons, "reasons");
        requireNonNull(runnersUp, "runnersUp");
    }

    public record RunnerUp(String donut, int score) {}

    /** @param scores at least one, best first */
    public static Match of(String beer, List<Score> scores) {
        Score best = scores.get(0);
        List<RunnerUp> runnersUp = scores.stream()
                .skip(1)
                .limit(RUNNERS_UP)
                .map(score -> new RunnerUp(score.donut(), score.percent()))
                .toList();
        return new Match(beer, best.donut(), best.percent(), best.reasons(), runnersUp);
    }

    /** As it is kept and sent: for the cache you will make in step 08, and the call in step 09. */
    public String toJson() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IllegalArgumentException when that is anything but a whole answer */
    public static Match fromJson(String json) {
        try {
            Match match = JSON.readValue(json, Match.class);
            if (match == null) {
                throw new IllegalArgumentException("not a match: " + json);
            }
            return match;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a match: " + json, e);
        }
    }
}

package beerdonut.pairing;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** The answer to «which donut goes with this beer?»: the best, why, and the three that came next. */
public record Match(String beer, String donut, int score, List<String> reasons, List<RunnerUp> runnersUp) {

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
}

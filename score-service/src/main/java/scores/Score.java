package scores;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;

import java.util.Comparator;
import java.util.List;

/** A score from 0 to 100 for a donut with a beer, and the reasons for it. */
record Score(String donut, int percent, List<String> reasons) {

    /** Best first; of two that are equally good the one whose name comes first. */
    static final Comparator<Score> BEST_FIRST =
            comparingInt(Score::percent).reversed().thenComparing(comparing(Score::donut));
}

package traces.findings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import traces.model.TraceTree;

/** Searches a trace for the problems that people look for first. */
public final class Findings {

    /** Ten of a kind are enough to read; a hostile trace could have a hundred thousand. */
    static final int MOST_OF_A_KIND = 10;

    private static final Comparator<Finding> BY_TIME =
            Comparator.comparingLong(Finding::nanos).reversed();

    private Findings() {}

    /** Returns the most important first: hidden errors, then the findings about the most time. */
    public static List<Finding> of(TraceTree tree) {
        List<RepeatedQuery> repeated = RepeatedQuery.in(tree);
        List<Finding> aboutTime = new ArrayList<>();
        aboutTime.addAll(most(repeated));
        aboutTime.addAll(most(StopsAtClient.in(tree)));
        aboutTime.addAll(most(SequentialCalls.in(tree, repeated)));
        aboutTime.addAll(most(UntracedGap.in(tree)));
        aboutTime.sort(BY_TIME);
        List<Finding> all = new ArrayList<>(most(HiddenError.in(tree)));
        all.addAll(aboutTime);
        return List.copyOf(all);
    }

    private static List<? extends Finding> most(List<? extends Finding> ofAKind) {
        return ofAKind.stream().sorted(BY_TIME).limit(MOST_OF_A_KIND).toList();
    }
}

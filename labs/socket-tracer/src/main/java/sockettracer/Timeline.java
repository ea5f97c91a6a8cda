package sockettracer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The order of calls in time.
 *
 * @param alone how many had no other call beside them: these ran one after another
 * @param mostAtOnce how many ran at the same time, at most
 * @param waiting nanoseconds in which at least one ran
 */
record Timeline(int alone, int mostAtOnce, long waiting) {

    private record Turn(long at, int change) {}

    /** @param calls by their start */
    static Timeline of(List<Exchange> calls) {
        List<Turn> turns = new ArrayList<>();
        for (Exchange call : calls) {
            turns.add(new Turn(call.start(), 1));
            turns.add(new Turn(call.start() + call.nanos(), -1));
        }
        // Where one ends as the other begins, they are not at once.
        turns.sort(Comparator.comparingLong(Turn::at).thenComparingInt(Turn::change));
        int running = 0;
        int most = 0;
        long since = 0;
        long waiting = 0;
        int alone = 0;
        int mostOfThese = 0;
        for (Turn turn : turns) {
            if (running == 0) {
                since = turn.at();
                mostOfThese = 0;
            }
            running += turn.change();
            mostOfThese = Math.max(mostOfThese, running);
            most = Math.max(most, running);
            if (running == 0) {
                waiting += turn.at() - since;
                alone += mostOfThese == 1 ? 1 : 0;
            }
        }
        return new Timeline(alone, most, waiting);
    }
}

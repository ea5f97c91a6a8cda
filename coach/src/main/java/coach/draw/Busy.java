package coach.draw;

import coach.trace.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;

/**
 * When at least one of several spans was running.
 *
 * @param stretches in order, with time between them
 * @param atOnce how many ran at the same time, at most
 */
record Busy(List<Stretch> stretches, int atOnce) {

    /** From one moment to another, in nanoseconds since 1970. */
    record Stretch(long start, long end) {}

    /** @param nodes in the order of their starts */
    static Busy of(List<Node> nodes) {
        List<Stretch> stretches = new ArrayList<>();
        PriorityQueue<Long> ends = new PriorityQueue<>();
        int atOnce = 0;
        for (Node node : nodes) {
            // One that starts when another ends comes after it.
            while (!ends.isEmpty() && ends.peek() <= node.start()) {
                ends.poll();
            }
            ends.add(node.end());
            atOnce = Math.max(atOnce, ends.size());
            add(stretches, new Stretch(node.start(), node.end()));
        }
        return new Busy(stretches, atOnce);
    }

    private static void add(List<Stretch> stretches, Stretch next) {
        int newest = stretches.size() - 1;
        if (newest < 0 || stretches.get(newest).end() < next.start()) {
            stretches.add(next);
            return;
        }
        Stretch before = stretches.get(newest);
        stretches.set(newest, new Stretch(before.start(), Math.max(before.end(), next.end())));
    }

    long start() {
        return stretches.get(0).start();
    }

    long nanos() {
        return stretches.stream()
                .mapToLong(stretch -> stretch.end() - stretch.start())
                .sum();
    }
}

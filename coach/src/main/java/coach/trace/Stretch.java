package coach.trace;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * From one moment to another.
 *
 * @param start @param end in nanoseconds since 1970
 */
public record Stretch(long start, long end) {

    private static final Comparator<Stretch> BY_START =
            Comparator.comparingLong(Stretch::start).thenComparingLong(Stretch::end);

    public static Stretch of(Node node) {
        return new Stretch(node.start(), node.end());
    }

    /** In the order of their starts. */
    public static List<Stretch> of(Collection<Node> nodes) {
        return nodes.stream().map(Stretch::of).sorted(BY_START).toList();
    }

    /** How long it is. */
    public long nanos() {
        return end - start;
    }

    /** From the first start to the last end of both. */
    public Stretch with(Stretch other) {
        return new Stretch(Math.min(start, other.start), Math.max(end, other.end));
    }

    /** The stretches of this one that none of those cover. */
    public List<Stretch> without(Collection<Stretch> covering) {
        List<Stretch> left = new ArrayList<>();
        long reached = start;
        for (Stretch next : covering.stream().sorted(BY_START).toList()) {
            if (next.start > reached) {
                left.add(new Stretch(reached, Math.min(next.start, end)));
            }
            reached = Math.max(reached, next.end);
            if (reached >= end) {
                return left;
            }
        }
        left.add(new Stretch(reached, end));
        return left;
    }

    /** How much time they cover together: what several cover at once counts once. */
    public static long covered(List<Stretch> byStart) {
        long covered = 0;
        long reached = 0;
        for (Stretch next : byStart) {
            covered += Math.max(0, next.end - Math.max(next.start, reached));
            reached = Math.max(reached, next.end);
        }
        return covered;
    }

    /** Whether none begins before the one before it has ended. */
    public static boolean oneAfterAnother(List<Stretch> byStart) {
        long reached = 0;
        for (Stretch next : byStart) {
            if (next.start < reached) {
                return false;
            }
            reached = next.end;
        }
        return true;
    }
}

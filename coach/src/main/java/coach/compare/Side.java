package coach.compare;

import coach.trace.Span;
import coach.trace.TraceTree;
import java.util.Optional;
import java.util.Set;

/**
 * One of the two traces, as a whole.
 *
 * @param letter what it's called in a comparison: A or B
 */
record Side(String letter, TraceTree tree) {

    String id() {
        return tree.trace().id();
    }

    /** Of its root. */
    String name() {
        return root().map(Row::name).orElse(Row.MISSING);
    }

    /** Of its root; empty where that isn't there. */
    String service() {
        return root().map(Span::service).orElse("");
    }

    Set<String> services() {
        return tree.trace().services();
    }

    /** From the first start to the last end, in nanoseconds. */
    long duration() {
        // Below zero only where it's too long for a number: some three hundred years.
        return tree.duration() < 0 ? Long.MAX_VALUE : tree.duration();
    }

    /** Each once, also if it was sent twice. */
    int spans() {
        return (int)
                tree.nodes().stream().filter(node -> node.span().isPresent()).count();
    }

    int errors() {
        return (int) tree.nodes().stream()
                .flatMap(node -> node.span().stream())
                .filter(Span::isError)
                .count();
    }

    boolean isWhole() {
        return tree.isWhole();
    }

    private Optional<Span> root() {
        return tree.root().span();
    }
}

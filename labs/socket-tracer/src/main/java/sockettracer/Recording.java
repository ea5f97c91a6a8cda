package sockettracer;

import java.util.Comparator;
import java.util.List;
import sockettracer.Attribution.Certainty;

/**
 * The notes of a section, once it is over.
 *
 * @param start by {@link System#nanoTime()}, as the exchanges'
 * @param startMillis since 1970
 * @param exchanges those that were kept
 * @param onlyCounted how many more there were
 * @param answer what this program answered to the request that the section served; empty where that cannot be told
 */
public record Recording(
        Section section,
        String name,
        String thread,
        long start,
        long startMillis,
        long nanos,
        List<Exchange> exchanges,
        int onlyCounted,
        byte[] answer) {

    static Recording of(Section section) {
        Served served = section.served;
        long ended = section.isClosed() ? section.end : System.nanoTime();
        List<Exchange> exchanges = section.exchanges.stream()
                .filter(exchange ->
                        exchange.request().count() + exchange.answer().count() > 0)
                .sorted(Comparator.comparingLong(Exchange::start))
                .toList();
        return new Recording(
                section,
                section.name,
                section.thread,
                section.start,
                System.currentTimeMillis() - (System.nanoTime() - section.start) / 1_000_000,
                Math.max(ended, served == null ? ended : served.lastNanos()) - section.start,
                exchanges,
                section.seen.get() - section.exchanges.size(),
                served == null ? new byte[0] : served.answer());
    }

    public long id() {
        return section.id;
    }

    /** Whether its thread had read a request, which had no answer yet. */
    public boolean answersRequest() {
        return section.served != null;
    }

    /** The section around this one; 0 where there is none. */
    public long parentId() {
        return section.parent == null ? 0 : section.parent.id;
    }

    /** The outermost section around it, or itself. */
    public long rootId() {
        Section root = section;
        while (root.parent != null) {
            root = root.parent;
        }
        return root.id;
    }

    /** Those that belong to the section, and to none inside of it. */
    public List<Exchange> innermostCalls() {
        return calls().stream()
                .filter(exchange -> exchange.attribution().sections().contains(section))
                .toList();
    }

    /** Those that belong to the section, or to one inside of it. */
    public List<Exchange> calls() {
        return exchanges.stream()
                .filter(exchange -> exchange.attribution().certainty() != Certainty.UNKNOWN)
                .toList();
    }

    /** Those that may belong to another one. */
    public List<Exchange> unattributed() {
        return exchanges.stream()
                .filter(exchange -> exchange.attribution().certainty() == Certainty.UNKNOWN)
                .toList();
    }
}

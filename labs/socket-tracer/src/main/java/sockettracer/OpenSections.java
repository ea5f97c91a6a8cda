package sockettracer;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Knows which sections are open, and which one each thread is in. */
final class OpenSections {

    private static final long MOST_BYTES = Runtime.getRuntime().maxMemory() / 8;

    private static final List<Section> OPEN = new CopyOnWriteArrayList<>();
    private static final ThreadLocal<Section> OWN = new ThreadLocal<>();

    private OpenSections() {}

    static boolean none() {
        return OPEN.isEmpty();
    }

    static List<Section> all() {
        return OPEN;
    }

    /**
     * Those inside of no other that this thread may work for. One that it has left itself, and that only waits for its
     * answer to be written, is none of them.
     */
    static List<Section> ofOtherThreads() {
        return OPEN.stream()
                .filter(section -> section.parent == null)
                .filter(section -> !section.isClosed() || section.owner != Thread.currentThread())
                .toList();
    }

    /** Whether their payloads take so much of the program's memory that only the beginning of more is kept. */
    static boolean keepTooMuch() {
        return OPEN.stream()
                        .filter(section -> section.parent == null)
                        .mapToLong(section -> section.keptBytes.get())
                        .sum()
                > MOST_BYTES;
    }

    /** The innermost section that this thread is in; null if it is in none. */
    static Section own() {
        Section section = OWN.get();
        while (section != null && section.isClosed()) {
            section = section.parent;
        }
        return section;
    }

    /** @param section null for none */
    static void own(Section section) {
        if (section == null) {
            OWN.remove();
        } else {
            OWN.set(section);
        }
    }

    static void add(Section section) {
        own(section);
        OPEN.add(section);
    }

    /** A section may be closed by another thread than it was opened by. */
    static void leave(Section section) {
        if (OWN.get() == section) {
            own(section.parent);
        }
    }

    /** Returns whether it was still open. */
    static boolean remove(Section section) {
        return OPEN.remove(section);
    }
}

package sockettracer;

import net.bytebuddy.asm.Advice.Enter;
import net.bytebuddy.asm.Advice.OnMethodEnter;
import net.bytebuddy.asm.Advice.OnMethodExit;
import net.bytebuddy.asm.Advice.This;

/**
 * Knows which section a task of a fork-join pool was forked in.
 *
 * <p>A thread that waits there helps out with tasks of others, which are no work of its own section; and what it forked
 * itself is its section's work on whatever thread it runs.
 */
public final class ForkedTasks {

    private static final WeakIdentityMap<Section> SECTIONS = new WeakIdentityMap<>();
    private static final Object NO_SECTION = new Object();

    private ForkedTasks() {}

    public static void forked(Object task) {
        Section own = OpenSections.none() ? null : OpenSections.own();
        if (own != null) {
            SECTIONS.put(task, own);
        }
    }

    /** Returns what {@link #end} needs: null where nothing has changed. */
    public static Object begin(Object task) {
        if (OpenSections.none()) {
            return null;
        }
        Section own = OpenSections.own();
        Section forkedIn = SECTIONS.get(task);
        if (own == forkedIn) {
            return null;
        }
        OpenSections.own(forkedIn);
        return own == null ? NO_SECTION : own;
    }

    public static void end(Object before) {
        if (before != null) {
            OpenSections.own(before == NO_SECTION ? null : (Section) before);
        }
    }

    static final class Fork {
        @OnMethodEnter(suppress = Throwable.class)
        static void enter(@This Object task) {
            forked(task);
        }
    }

    static final class Execute {
        @OnMethodEnter(suppress = Throwable.class)
        static Object enter(@This Object task) {
            return begin(task);
        }

        @OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
        static void exit(@Enter Object before) {
            end(before);
        }
    }
}

package accesslog.join;

import accesslog.record.LogRecord;
import java.util.ArrayList;
import java.util.List;

/**
 * Knows which Bind DN was in force for each operation of a connection, by operation number.
 *
 * <p>Not by the order of lines: the server answers a BIND first and logs its RESULT later, so the next request may stand before it.
 */
public final class BindHistory {

    /** Older ones are forgotten when no operation asks for them any more. */
    private static final int LONG = 8;

    /** A SASL bind that takes another step. */
    private static final int BIND_IN_PROGRESS = 14;

    /** A BIND, and the name that it put in force; the name counts only once the BIND is settled. */
    private static final class Bind {
        final long op;
        boolean settled;
        boolean changed;
        byte[] dn;

        Bind(long op) {
            this.op = op;
        }
    }

    private final List<Bind> binds = new ArrayList<>(2);
    private boolean beginningKnown;

    BindHistory(boolean beginningKnown) {
        this.beginningKnown = beginningKnown;
    }

    /** Notes that a BIND was sent. */
    void requested(long op) {
        int at = binds.size();
        while (at > 0 && binds.get(at - 1).op > op) {
            at--;
        }
        binds.add(at, new Bind(op));
    }

    /**
     * Notes the result of a BIND: operations behind it wait for that. {@code RequestResultJoin.name} spells a name as the report does.
     *
     * @param autobind the name that the server gave the connection before any BIND, or null
     */
    void answered(Operation bind, LogRecord result, byte[] autobind) {
        // TODO(lab 13): settled() with the name that is in force from then on, or null for none; or unchanged().
        unchanged(bind.number);
    }

    /** Notes that a BIND put a name in force, or none (null: anonymous). */
    void settled(long op, byte[] dn) {
        Bind bind = of(op);
        bind.settled = true;
        bind.changed = true;
        bind.dn = dn;
    }

    /** Notes that a BIND changed nothing: it goes on, or was never answered. */
    void unchanged(long op) {
        of(op).settled = true;
    }

    private Bind of(long op) {
        for (int i = binds.size() - 1; i >= 0; i--) {
            if (binds.get(i).op == op) {
                return binds.get(i);
            }
        }
        requested(op);
        return of(op);
    }

    /** False while a BIND before the operation waits for its result. */
    boolean isSettledFor(long op) {
        for (int i = 0; i < binds.size() && binds.get(i).op < op; i++) {
            if (!binds.get(i).settled) {
                return false;
            }
        }
        return true;
    }

    /** Says whether anything is known of who the operation was sent by. */
    boolean isKnownFor(long op) {
        return beginningKnown || lastBefore(op) != null;
    }

    /** The name in force when the operation was sent; null is anonymous. */
    byte[] inForceFor(long op) {
        Bind last = lastBefore(op);
        return last == null ? null : last.dn;
    }

    private Bind lastBefore(long op) {
        // TODO(lab 13): of the binds before that operation, the last that changed something.
        return null;
    }

    /** Forgets what only operations before that one could ask for. */
    void forgetBefore(long op) {
        if (binds.size() < LONG) {
            return;
        }
        Bind last = lastBefore(op);
        beginningKnown |= last != null;
        binds.removeIf(bind -> bind != last && bind.settled && bind.op < op);
    }
}

package accesslog.join;

import accesslog.record.LogRecord;
import java.util.ArrayList;
import java.util.List;

/**
 * Knows which Bind DN was in force for each operation of a connection, by operation number.
 *
 * <p>Not by the order of lines: the server answers a BIND first and logs its RESULT later, so the next request may stand before it.
 *
 * <pre>
 *   op=0 BIND as svc-sso, RESULT err=0      in force from op=1 on: svc-sso
 *   op=2 BIND as ana, RESULT err=49         from op=3 on: anonymous
 *   op=4 BIND, RESULT err=14                a SASL bind that goes on: nothing changes
 *   op=5 BIND, no RESULT yet                from op=6 on: not known yet
 * </pre>
 */
public final class BindHistory {

    /** Older ones are forgotten when no operation asks for them any more. */
    private static final int LONG = 8;

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
    private Bind latest;
    private Bind latestBut1;
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
     * Notes the result of a BIND. The RESULT of a simple bind may carry the name of the bind after it, so its BIND line counts; a SASL bind has
     * its name in the RESULT.
     *
     * @param autobind the name that the server gave the connection before any BIND, or null
     */
    void answered(Operation bind, LogRecord result, byte[] autobind) {
        if (result.err == BIND_IN_PROGRESS) {
            unchanged(bind.number);
        } else if (result.err != 0) {
            settled(bind.number, null);
        } else if (bind.sasl) {
            settled(bind.number, result.dn.present() ? RequestResultJoin.name(result.dn.copy()) : autobind);
        } else {
            settled(bind.number, RequestResultJoin.name(bind.dn));
        }
    }

    /** Notes that a BIND put a name in force, or none (null: anonymous). */
    void settled(long op, byte[] dn) {
        Bind bind = of(op);
        bind.settled = true;
        bind.changed = true;
        bind.dn = dn;
        latestBut1 = latest;
        latest = bind;
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
        return latest != null && latest.op == op ? latestBut1 : latest;
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

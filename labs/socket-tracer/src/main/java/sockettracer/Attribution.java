package sockettracer;

import java.util.List;

/**
 * Finds the section that an exchange belongs to, and says how that is known. It never guesses silently.
 *
 * @param sections the innermost one that it belongs to; all that it may belong to where that is unknown
 */
public record Attribution(Certainty certainty, List<Section> sections) {

    /** How it is known. */
    public enum Certainty {
        /** The thread that asked is in the section, or runs a task that was forked in it. */
        OWN_THREAD("="),
        /** Another thread asked while exactly one section was open. */
        BY_TIME("~"),
        /** Another thread asked while several were open. */
        UNKNOWN("?");

        final String sign;

        Certainty(String sign) {
            this.sign = sign;
        }
    }

    /** @param mixed whether a thread may write to the connection what another one asks */
    static Attribution here(boolean mixed) {
        Section own = mixed ? null : OpenSections.own();
        if (own != null) {
            return new Attribution(Certainty.OWN_THREAD, List.of(own));
        }
        List<Section> open = OpenSections.ofOtherThreads();
        return new Attribution(open.size() == 1 ? Certainty.BY_TIME : Certainty.UNKNOWN, open);
    }
}

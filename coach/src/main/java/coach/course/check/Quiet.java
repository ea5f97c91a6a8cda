package coach.course.check;

/** Keeps the other work of this process from running while latency is measured. */
@FunctionalInterface
public interface Quiet {

    /** Waits until the other work rests. @return lets it go on */
    Runnable begin();
}

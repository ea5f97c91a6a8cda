package coach.bar;

/** Hears what the parts of a bar say, a line at a time; called from several threads. */
@FunctionalInterface
public interface OutputListener {

    void said(String part, String line);
}

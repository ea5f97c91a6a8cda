package coach.bar;

/** Receives the output of a bar's processes, a line at a time; called from several threads. */
@FunctionalInterface
public interface OutputListener {

    void onLine(String process, String line);
}

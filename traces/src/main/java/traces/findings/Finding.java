package traces.findings;

import java.util.List;
import traces.model.TraceNode;

/** Something about a trace that is worth a look. */
public sealed interface Finding permits HiddenError, RepeatedQuery, SequentialCalls, StopsAtClient, UntracedGap {

    /** Which of the five it is, in a word that stays, such as {@code repeated-query}. */
    String kind();

    /** What was seen and where to look, in a sentence or two that are safe to print. */
    String sentence();

    /** The spans that it is about, in the order of the tree; never empty. */
    List<TraceNode> nodes();

    /** How much of the trace's time it is about, in nanoseconds. */
    long nanos();
}

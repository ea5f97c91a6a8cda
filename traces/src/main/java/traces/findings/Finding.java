package traces.findings;

import java.util.List;
import traces.model.TraceNode;

/** A part of a trace that is likely to be a problem. */
public sealed interface Finding permits HiddenError, RepeatedQuery, SequentialCalls, StopsAtClient, UntracedGap {

    /** Returns the name of its kind, which is stable, such as {@code repeated-query}. */
    String kind();

    /** Returns a sentence or two about what was seen and where to look, safe to print. */
    String sentence();

    /** Returns the spans that the finding is about, in the order of the tree; never empty. */
    List<TraceNode> nodes();

    /** Returns the part of the trace's time that the finding is about, in nanoseconds. */
    long nanos();
}

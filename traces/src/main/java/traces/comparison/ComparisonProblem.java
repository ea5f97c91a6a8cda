package traces.comparison;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** Reports that two traces cannot be compared, with the status and the sentences of the answer. */
final class ComparisonProblem extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;
    private final String title;

    private ComparisonProblem(int status, String title, String sentences) {
        super(sentences);
        this.status = status;
        this.title = title;
    }

    static ComparisonProblem noId(String parameter, String seen) {
        boolean missing = seen.isEmpty();
        return new ComparisonProblem(
                400,
                missing ? "Which two traces?" : "That is not a trace’s id",
                "The address says which two traces to compare: /compare?a=ID&b=ID. Its part “" + parameter + "” "
                        + (missing ? "is missing" : "is “" + PageText.text(seen) + "”")
                        + ", and should be an id of 32 hex digits.");
    }

    static ComparisonProblem notThere(String id) {
        return new ComparisonProblem(
                404,
                "There is no such trace",
                "Trace " + id
                        + " is not in the store. It may not have arrived yet, it may have left to make room for newer "
                        + "ones, or the server was started again since: the store is in memory.");
    }

    int status() {
        return status;
    }

    String title() {
        return title;
    }

    String json() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("status", status)
                .put("title", title)
                .put("detail", getMessage())
                .toString();
    }
}

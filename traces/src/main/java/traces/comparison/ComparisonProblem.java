package traces.comparison;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** Why there is no comparison to show, in sentences. */
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
        String what = seen.isEmpty() ? "is missing" : "is “" + PageText.text(seen) + "”";
        return new ComparisonProblem(
                400,
                "That is not a trace’s id",
                "The address says which two traces to compare. Its part “" + parameter + "” " + what
                        + ", and should be an id of 32 hex digits.");
    }

    static ComparisonProblem notThere(String id) {
        return new ComparisonProblem(
                404,
                "There is no such trace",
                "Trace " + id
                        + " is not in the store. It may not have arrived yet, it may have left to make room for newer "
                        + "ones, or the bar was opened again since: the store is in memory.");
    }

    int status() {
        return status;
    }

    String title() {
        return title;
    }

    String sentences() {
        return getMessage();
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

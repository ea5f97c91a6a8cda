package traces.comparison;

/** The place of an operation in the two trees: here in both, here in one only, or elsewhere in the other. */
enum RowPlace {
    BOTH("both", " ", ""),
    ONLY_A("a", "−", "only in A"),
    ONLY_B("b", "+", "only in B"),
    ELSEWHERE_IN_B("a", "~", "here in A, elsewhere in B"),
    ELSEWHERE_IN_A("b", "~", "here in B, elsewhere in A");

    private final String traces;
    private final String mark;
    private final String text;

    RowPlace(String traces, String mark, String text) {
        this.traces = traces;
        this.mark = mark;
        this.text = text;
    }

    /** @param match a row of one or both traces */
    static RowPlace of(OperationMatch match, boolean elsewhereInOther) {
        if (match.b().isEmpty()) {
            return elsewhereInOther ? ELSEWHERE_IN_B : ONLY_A;
        }
        if (match.a().isEmpty()) {
            return elsewhereInOther ? ELSEWHERE_IN_A : ONLY_B;
        }
        return BOTH;
    }

    boolean isElsewhere() {
        return this == ELSEWHERE_IN_A || this == ELSEWHERE_IN_B;
    }

    /** Returns the traces that have the operation here, as the JSON names them: a, b or both. */
    String traces() {
        return traces;
    }

    /** Returns a letter for tables, because colour alone says nothing to some readers. */
    String mark() {
        return mark;
    }

    /** Returns the meaning of the mark; empty where the operation is here in both. */
    String text() {
        return text;
    }
}

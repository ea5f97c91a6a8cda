package accesslog.query;

import accesslog.join.Operation;
import accesslog.output.OperationFilter;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Selects operations by an expression and by when they started. */
public final class Selection {

    private static final long SECOND = 1_000_000_000L;

    private final Expression where;
    private final long from;
    private final long to;
    private final List<String> words = new ArrayList<>();

    /** Each may be null; the times are ISO 8601, and UTC where they don't say. */
    public Selection(Expression where, String whereText, String from, String to) {
        this.where = where;
        this.from = from == null ? Long.MIN_VALUE : nanos("--from", from);
        this.to = to == null ? Long.MAX_VALUE : nanos("--to", to);
        addWords(where == null ? null : whereText, from, to);
    }

    private void addWords(String whereText, String fromText, String toText) {
        if (whereText != null) {
            words.add(whereText);
        }
        if (fromText != null) {
            words.add("start from " + fromText);
        }
        if (toText != null) {
            words.add("start before " + toText);
        }
    }

    private static long nanos(String option, String text) {
        try {
            boolean zoned = text.matches(".*(Z|[+-]\\d\\d:?\\d\\d)$") && text.contains("T");
            String time = text.length() == 10 ? text + "T00:00:00" : text.replace(' ', 'T');
            Instant instant = zoned
                    ? OffsetDateTime.parse(time).toInstant()
                    : LocalDateTime.parse(time).toInstant(ZoneOffset.UTC);
            return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), SECOND), instant.getNano());
        } catch (DateTimeException | ArithmeticException e) {
            throw new IllegalArgumentException(
                    option + " is no time: " + text
                            + "\nWrite it as 2026-11-21T07:16:24Z or 2026-11-21T07:16:24+01:00.",
                    e);
        }
    }

    /** A filter for one thread. */
    public OperationFilter filter() {
        if (where == null && from == Long.MIN_VALUE && to == Long.MAX_VALUE) {
            return OperationFilter.ALL;
        }
        Expression.Evaluator evaluator = where == null ? null : where.evaluator();
        return operation -> inTime(operation) && (evaluator == null || Boolean.TRUE.equals(evaluator.of(operation)));
    }

    private boolean inTime(Operation operation) {
        return operation.start >= from && operation.start < to;
    }

    /** In words, for a report; empty where all are selected. */
    public String words() {
        return String.join(" and ", words);
    }
}

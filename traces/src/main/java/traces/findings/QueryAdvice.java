package traces.findings;

import java.util.Optional;
import java.util.regex.Pattern;

/** Says what to look for where a query repeats: each kind of database, and of query, has a way of its own to save it. */
final class QueryAdvice {

    private static final Pattern SEQUENCE =
            Pattern.compile("\\b(?:nextval\\b|next value for\\b|next_val\\b|gen_id\\b)");

    private QueryAdvice() {}

    /** @param form the statement without its values, or the span's name */
    static String of(String database, String form) {
        if (SEQUENCE.matcher(form).find()) {
            return "Look for ids that are fetched one at a time: a sequence gives them in blocks"
                    + " (Hibernate's allocationSize), or the insert itself takes the next.";
        }
        if (form.equals("select ?")) {
            return "It reads nothing: mostly a pool tests its connection before each use. Look for a test that needs no"
                    + " query, or a longer time between two.";
        }
        return ofDatabase(database, form).orElseGet(() -> ofVerb(form.split(" ", 2)[0]));
    }

    private static Optional<String> ofDatabase(String database, String form) {
        boolean reads = !form.matches("(?s)(?i)[{\"\\s]*+(?:insert|update|delete|replace|put|index|bulk)\\b.*");
        return switch (database) {
            case "mongodb" ->
                reads
                        ? Optional.of("Look for a query inside a loop: one find with $in reads them all.")
                        : Optional.of("Look for a write inside a loop: bulkWrite sends them together.");
            case "dynamodb", "aws.dynamodb" ->
                Optional.of("Look for a loop around it: BatchGetItem and BatchWriteItem take many items at once.");
            case "elasticsearch", "opensearch" ->
                Optional.of("Look for a loop around it: _msearch, _mget and _bulk send many at once.");
            case "cassandra", "scylla", "scylladb" ->
                reads
                        ? Optional.of("Look for a query inside a loop: an IN list within one partition reads them all;"
                                + " other queries can run at the same time.")
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static String ofVerb(String verb) {
        return switch (verb) {
            case "GET" -> "Look for a loop that reads one key at a time: MGET reads them all in one command.";
            case "select" ->
                "Look for a query inside a loop, or lazy loading: a join or an IN list fetches them all at once.";
            case "insert", "update", "delete", "merge" ->
                "Look for a write inside a loop: a batch sends them together.";
            default -> "Look for a loop around it: one request for all of them, or a pipeline, spares the round trips.";
        };
    }
}

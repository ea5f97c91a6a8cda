package traces.findings;

import java.util.Optional;
import traces.model.Span;

/**
 * The database that a query was sent to. Queries of the same text for several databases are no loop: each of them may
 * be asked once.
 *
 * @param name of the database on its server; empty where the span does not say it
 * @param host with its port; empty where the span does not say it
 */
record DatabaseServer(String system, String name, String host) {

    static DatabaseServer of(Span span) {
        Optional<String> name = span.attribute("db.namespace", "db.name")
                .or(() -> span.attribute("db.redis.database_index"))
                .or(() -> span.attribute("db.cassandra.keyspace"));
        return new DatabaseServer(
                span.database().orElse(""),
                name.orElse(""),
                CallTarget.host(span).orElse(""));
    }

    /** Returns the host, or the database's name where only that is known. */
    String label() {
        return FindingText.shortened(host.isEmpty() ? name : host, 40);
    }
}

package traces.findings;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import traces.model.Operation;
import traces.model.Span;
import traces.model.Statement;

/**
 * A command to a database about its connection or its transaction: begin, commit, connect, ping. It reads and writes
 * nothing, so that it is no query, however often it is sent.
 */
final class SessionCommand {

    /** A form that holds a second statement, behind a semicolon, is more than such a command. */
    private static final Pattern SQL = Pattern.compile(
            "(?:begin(?: (?:work|tran|transaction|deferred|immediate|exclusive|isolation|read)\\b[^;]*+)?+"
                    + "|start transaction\\b[^;]*+|(?:commit|rollback|end|abort|savepoint|release|xa)(?: [^;]*+)?+"
                    + "|save tran(?:saction)?+ [^;]*+|prepare transaction [^;]*+|(?:set|reset|discard|use) [^;]*+"
                    + "|show transaction isolation level|(?:dis)?+connect(?: [^;]*+)?+|(?:re)?+auth(?: [^;]*+)?+|ping)");

    private static final Set<String> REDIS = Set.of(
            ("PING ECHO MULTI EXEC DISCARD WATCH UNWATCH AUTH HELLO SELECT QUIT RESET CLIENT COMMAND READONLY READWRITE"
                            + " ASKING WAIT CONNECT")
                    .split(" "));

    private static final Pattern DOCUMENT = Pattern.compile(
            "(?:ping|hello|isMaster|ismaster|endSessions|startTransaction|commitTransaction|abortTransaction"
                    + "|saslStart|saslContinue|authenticate|logout|buildInfo)\\b");

    /** The last word of a span's name, where a driver has spans for such commands and writes no statement. */
    private static final Set<String> WORDS = Set.of(
            ("begin begintx begintransaction starttransaction commit committransaction rollback rollbacktransaction"
                            + " aborttransaction transaction savepoint release connect connection reconnect disconnect"
                            + " getconnection acquire open close ping isvalid reset resetsession auth authenticate"
                            + " handshake multi exec hello select_db quit")
                    .split(" "));

    private static final Pattern LAST_WORD = Pattern.compile("[^\\p{L}]++");

    private SessionCommand() {}

    static boolean is(Span span) {
        String what = Operation.of(span).what();
        String database = span.database().orElse("");
        if (span.statement().isEmpty()) {
            return isName(what)
                    || span.attribute("db.operation.name", "db.operation")
                            .filter(SessionCommand::isName)
                            .isPresent();
        }
        if (Statement.isCommand(database)) {
            return REDIS.contains(what.split(" ", 2)[0]);
        }
        return SQL.matcher(what).matches() || isDocument(what);
    }

    // {"ping": ?} and ping {…}
    private static boolean isDocument(String what) {
        return DOCUMENT.matcher(what.replaceFirst("^\\{\\s*\"", "")).lookingAt();
    }

    // pg-pool.connect, sql.conn.begin_tx, PDO::beginTransaction, COMMIT
    private static boolean isName(String name) {
        String[] words = LAST_WORD.split(name.strip().toLowerCase(Locale.ROOT));
        int last = words.length - 1;
        return last >= 0 && (WORDS.contains(words[last]) || last > 0 && WORDS.contains(words[last - 1] + words[last]));
    }
}

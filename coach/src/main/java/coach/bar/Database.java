package coach.bar;

import coach.bar.database.BarDatabase;
import coach.bar.database.Secret;
import coach.bar.environment.UserError;
import java.net.InetSocketAddress;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.h2.tools.Server;

/**
 * H2 behind its TCP protocol, in the coach's process. It starts with the coach and cannot outlive it; for the app it is
 * another process all the same, reached over a socket.
 *
 * <p>It counts the statements that it runs. Tests read these counts, because spans and the app could count wrongly.
 */
public final class Database implements AutoCloseable {

    static {
        // H2 listens on every address otherwise.
        System.setProperty("h2.bindAddress", "127.0.0.1");
    }

    private static final Pattern HOUSEKEEPING =
            Pattern.compile("^SET |^CALL READONLY\\(\\)|INFORMATION_SCHEMA", Pattern.CASE_INSENSITIVE);

    /** Part of the name of every span, so it is short, and the same at every start. */
    static final String NAME = "mem:bar";

    /** An in-memory database's name is unique in the process. */
    private static final AtomicInteger OPENED = new AtomicInteger();

    private final String name;
    private final String password;
    private final Connection own;
    private final int port;

    private Server server;

    private Database(String name, String password, Connection own, Server server) {
        this.name = name;
        this.password = password;
        this.own = own;
        this.port = server.getPort();
        this.server = server;
    }

    /** Opens an empty database in memory. */
    static Database open() {
        try {
            int number = OPENED.incrementAndGet();
            String name = NAME + (number == 1 ? "" : number);
            String password = Secret.make();
            Connection own = BarDatabase.create(name, Secret.make(), password);
            return new Database(name, password, own, BarDatabase.serve(name, name, 0));
        } catch (SQLException e) {
            throw new UserError("The database could not start: " + e.getMessage(), e);
        }
    }

    InetSocketAddress address() {
        return new InetSocketAddress("127.0.0.1", port);
    }

    String jdbcUrl(String host, int wirePort) {
        return "jdbc:h2:tcp://" + host + ":" + wirePort + "/" + name + BarDatabase.IN_ITS_SCHEMA;
    }

    /** That of the services' user, {@link BarDatabase#USER}. */
    String password() {
        return password;
    }

    /** Stops answering: every connection ends and no new one is accepted; the data stay. */
    public void stop() {
        server.stop();
    }

    /** Starts to answer again, at the same address. */
    public void startAgain() throws SQLException {
        server = BarDatabase.serve(name, name, port);
    }

    /** Resets the counts of statements. */
    public void countFromZero() throws SQLException {
        execute("set query_statistics false");
        execute("set query_statistics true");
    }

    /**
     * Returns how often each SQL statement ran since {@link #countFromZero()}, as the database counted it.
     *
     * <p>Housekeeping is left out: the statements of a driver that opens or checks a connection, which a pool does at
     * any time, and those of this method.
     */
    public Map<String, Integer> statements() throws SQLException {
        Map<String, Integer> statements = new HashMap<>();
        String query = "select sql_statement, execution_count from information_schema.query_statistics";
        try (Statement statement = own.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                statements.put(rows.getString(1), rows.getInt(2));
            }
        }
        statements.keySet().removeIf(sql -> HOUSEKEEPING.matcher(sql).find());
        return statements;
    }

    /** Runs a statement directly, without a wire. */
    public void execute(String sql) throws SQLException {
        try (Statement statement = own.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        server.stop();
        own.close();
    }
}

package test;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import org.h2.tools.Server;

/** A program of its own, whose calls are known: it asks a database some questions twice, and others in loops. */
final class KnownTraffic {

    /** How each line of the report begins that says what it finds, and what is behind that line. */
    static final Map<String, String> FINDINGS = Map.of(
            "* Asked twice, same answer: 2 times select name",
            "twice for the same id; the driver counts up numbers of its own beside it",
            "* Asked twice, same answer: 2 times select max",
            "twice for the same long text, which takes several writes",
            "* A loop, same shape and different answers: 2 times select repeat",
            "twice the same, but its answers differ, at the end of several reads",
            "* A loop, same shape and different answers: 3 times select upper",
            "for three names, which are sent beside the statement",
            "* A loop, same shape and different answers: 3 times select lower",
            "for three numbers, which stand in the statement",
            "* A loop, same shape and different answers: 3 times select count",
            "for three names, which all have the same answer");

    /** More than a driver writes at once. */
    private static final String LONG_NAME = "bun".repeat(50_000);

    private KnownTraffic() {}

    public static void main(String[] args) throws SQLException {
        System.setProperty("h2.bindAddress", "127.0.0.1");
        Server server = Server.createTcpServer("-tcpPort", "0", "-ifNotExists").start();
        String url = "jdbc:h2:tcp://127.0.0.1:" + server.getPort() + "/mem:known";
        try (Connection connection = DriverManager.getConnection(url)) {
            connection
                    .createStatement()
                    .execute("create table bun as select x as id, 'bun ' || x as name"
                            + " from system_range(1, 9); create sequence ticket");
            connection.setAutoCommit(false);
            ask(connection);
        } finally {
            server.stop();
        }
    }

    /** The section. */
    static void ask(Connection connection) throws SQLException {
        for (int i = 1; i <= 2; i++) {
            find(connection, "select name from bun where id = ?", 7);
            find(connection, "select max(name) from bun where name < ?", LONG_NAME);
            find(connection, "select repeat('bun ', 30000) || next value for ticket");
        }
        for (int i = 1; i <= 3; i++) {
            find(connection, "select upper(name) from bun where name = ?", "bun " + i);
            find(connection, "select lower(name) from bun where id = " + i);
            find(connection, "select count(*) from bun where name = ?", "no bun " + i);
            connection.commit();
        }
    }

    private static void find(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    rows.getString(1);
                }
            }
        }
    }
}

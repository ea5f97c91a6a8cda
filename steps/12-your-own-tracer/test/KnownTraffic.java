package test;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.h2.tools.Server;

/** A program of its own, whose calls are known: it asks a database one question twice, and another in a loop. */
final class KnownTraffic {

    static final int LOOP = 4;

    private KnownTraffic() {}

    public static void main(String[] args) throws SQLException {
        System.setProperty("h2.bindAddress", "127.0.0.1");
        Server server = Server.createTcpServer("-tcpPort", "0", "-ifNotExists").start();
        String url = "jdbc:h2:tcp://127.0.0.1:" + server.getPort() + "/mem:known";
        try (Connection connection = DriverManager.getConnection(url)) {
            connection
                    .createStatement()
                    .execute("create table bun as select x as id, 'bun number ' || x as name from system_range(1, 9)");
            ask(connection);
        } finally {
            server.stop();
        }
    }

    /** The section. */
    static void ask(Connection connection) throws SQLException {
        for (int id : List.of(7, 7)) {
            find(connection, "select name from bun where id = ?", id);
        }
        for (int id = 1; id <= LOOP; id++) {
            find(connection, "select upper(name) from bun where name = ?", "bun number " + id);
        }
    }

    private static void find(Connection connection, String sql, Object value) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, value);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    rows.getString(1);
                }
            }
        }
    }
}

package coach.bar;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class DatabaseTest {

    @Test
    void countsTheStatementsOfItsClients() throws Exception {
        try (Database database = Database.open();
                Connection client = connect(database);
                Statement statement = client.createStatement()) {
            statement.execute("create table t (id int primary key)");
            database.countFromZero();

            statement.executeQuery("select id from t").close();
            statement.executeQuery("select id from t").close();

            assertThat(database.statements()).containsExactly(Assertions.entry("select id from t", 2));
        }
    }

    @Test
    void leavesOutStatementsOfADriverThatOpensOrChecksAConnection() throws Exception {
        try (Database database = Database.open()) {
            database.countFromZero();

            try (Connection client = connect(database)) {
                client.isReadOnly();
                client.isValid(1);
                client.createStatement().execute("set lock_timeout 1000");
            }

            assertThat(database.statements()).isEmpty();
        }
    }

    @Test
    void keepsItsData_whenItStopsAnsweringForAWhile() throws Exception {
        try (Database database = Database.open()) {
            try (Connection client = connect(database)) {
                client.createStatement().execute("create table t as select 42 as answer");
            }

            database.stop();
            database.startAgain();

            try (Connection client = connect(database)) {
                var rows = client.createStatement().executeQuery("select answer from t");
                assertThat(rows.next()).isTrue();
                assertThat(rows.getInt(1)).isEqualTo(42);
            }
        }
    }

    @Test
    void listensOnTheLoopbackAddressAlone() throws Exception {
        try (Database database = Database.open()) {
            int port = database.address().getPort();

            for (NetworkInterface network : NetworkInterface.networkInterfaces().toList()) {
                for (InetAddress address : network.inetAddresses().toList()) {
                    assertThat(answers(address, port)).as("%s", address).isEqualTo(isIpv4Loopback(address));
                }
            }
        }
    }

    private static boolean isIpv4Loopback(InetAddress address) {
        return address.getHostAddress().equals("127.0.0.1");
    }

    private static boolean answers(InetAddress address, int port) {
        try (Socket socket = new Socket(address, port)) {
            return socket.isConnected();
        } catch (java.io.IOException e) {
            return false;
        }
    }

    private static Connection connect(Database database) throws Exception {
        return DriverManager.getConnection(
                database.jdbcUrl("localhost", database.address().getPort()), Database.USER, Database.PASSWORD);
    }
}

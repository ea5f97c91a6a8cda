package coach.bar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coach.bar.database.BarDatabase;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLInvalidAuthorizationSpecException;
import java.sql.Statement;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseTest {

    @TempDir
    private Path folder;

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

    @ParameterizedTest
    @CsvSource({"bar, ''", "bar, bar", "BAR, guess", "coach, ''", "sa, ''", "'', ''"})
    void letsNobodyInWithoutItsSecret(String user, String password) throws Exception {
        try (Database database = Database.open()) {
            assertThatThrownBy(() -> connect(database, user, password))
                    .isInstanceOf(SQLInvalidAuthorizationSpecException.class);
        }
    }

    @Test
    void hasAnotherSecretEachTime() throws Exception {
        try (Database one = Database.open();
                Database other = Database.open()) {
            assertThat(one.password()).hasSize(32).isNotEqualTo(other.password());
        }
    }

    /** Who has the services' secret after all can read and change the menu, and nothing beside it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "create alias run for 'java.lang.System.getProperty(java.lang.String)'",
                "create alias run as 'String run() { return \"\"; }'",
                "create trigger run before insert on t call 'any.Name'",
                "create aggregate run for 'any.Name'",
                "create linked table run('', 'jdbc:h2:mem:', 'sa', '', 'x')",
                "call link_schema('x', '', 'jdbc:h2:mem:x', 'sa', '', 'PUBLIC')",
                "runscript from 'pom.xml'",
                "script to 'target/stolen.sql'",
                "backup to 'target/stolen.zip'",
                "call csvwrite('target/stolen.csv', 'select 1')",
                "select * from csvread('pom.xml')",
                "call file_read('pom.xml')",
                "call file_write(X'00', 'target/planted')",
                "set trace_level_file 3",
                "set database_event_listener 'any.Name'",
                "set query_statistics false",
                "alter user bar admin true",
                "create user other password 'other' admin",
                "shutdown"
            })
    void runsNoCodeAndTouchesNoFile_forItsServices(String sql) throws Exception {
        try (Database database = Database.open();
                Connection client = connect(database);
                Statement statement = client.createStatement()) {
            statement.execute("create table t (id int primary key)");

            assertThatThrownBy(() -> statement.execute(sql))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("Admin rights are required");
        }
    }

    /** A file of another user's, who is its administrator, would run their code in this process. */
    @Test
    void opensNoOtherDatabase() throws Exception {
        Path evil = folder.resolve("evil");
        DriverManager.getConnection("jdbc:h2:" + evil, "sa", "").close();
        try (Database database = Database.open()) {
            String server = "jdbc:h2:tcp://localhost:" + database.address().getPort() + "/";

            for (String other : List.of(evil.toString(), "mem:other", "mem:bar;INIT=shutdown")) {
                assertThatThrownBy(() -> DriverManager.getConnection(server + other, "sa", ""))
                        .as(other)
                        .isInstanceOf(SQLInvalidAuthorizationSpecException.class);
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

    private static Connection connect(Database database) throws SQLException {
        return connect(database, BarDatabase.USER, database.password());
    }

    private static Connection connect(Database database, String user, String password) throws SQLException {
        return DriverManager.getConnection(
                database.jdbcUrl("localhost", database.address().getPort()), user, password);
    }
}

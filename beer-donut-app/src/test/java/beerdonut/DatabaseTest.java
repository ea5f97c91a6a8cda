package beerdonut;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Map;
import org.h2.tools.Server;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class DatabaseTest {

    /**
     * The 5th message is the first try of the password, the 16th connects, the 24th is Hibernate's look at what it is, and the
     * 50th is in the middle of the menu.
     */
    @ParameterizedTest
    @ValueSource(ints = {5, 16, 24, 50})
    void endsWithAWholeMenu_whereverTheDatabaseGoesAwayMeanwhile(int message) throws Exception {
        try (InterruptedDatabase database = new InterruptedDatabase(message)) {
            Settings settings = Settings.from(Map.of("JDBC_URL", database.jdbcUrl()));

            try (SessionFactory sessions = Database.open(settings)) {
                assertThat(database.wasInterrupted()).isTrue();
                assertThat(count(sessions, "Beer")).isEqualTo(36);
                assertThat(count(sessions, "Tasting")).isEqualTo(2950);
            }
        }
    }

    @Test
    void doesNotWait_whenThePasswordIsWrong() throws Exception {
        Server h2 = Server.createTcpServer("-tcpPort", "0", "-ifNotExists").start();
        String url = "jdbc:h2:tcp://127.0.0.1:" + h2.getPort() + "/mem:locked";
        // A week: whoever waits is ended by the time limit.
        Map<String, String> wrong = Map.of("JDBC_URL", url, "DATABASE_PASSWORD", "wrong", "WAIT_SECONDS", "604800");
        try (Connection right = DriverManager.getConnection(url, "bar", "right")) {
            assertThatThrownBy(() -> Database.open(Settings.from(wrong)))
                    .hasMessageContaining("does not let 'bar' in with this DATABASE_PASSWORD");
            assertThat(right.isValid(1)).isTrue();
        } finally {
            h2.stop();
        }
    }

    private static long count(SessionFactory sessions, String entity) {
        return sessions.fromSession(session -> session.createQuery("select count(*) from " + entity, Long.class)
                .getSingleResult());
    }
}

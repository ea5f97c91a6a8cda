package beerdonut;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class DatabaseTest {

    /** The 5th message still connects, the 16th is Hibernate's look at what it is, and the 50th is in the middle of the menu. */
    @ParameterizedTest
    @ValueSource(ints = {5, 16, 50})
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

    private static long count(SessionFactory sessions, String entity) {
        return sessions.fromSession(session -> session.createQuery("select count(*) from " + entity, Long.class)
                .getSingleResult());
    }
}

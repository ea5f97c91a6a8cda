package coach.bar;

import static org.assertj.core.api.Assertions.assertThat;

import coach.bar.compiler.CompiledServices;
import coach.bar.database.BarDatabase;
import coach.bar.environment.Ports;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** The app fills a database once, however many apps start, and however often. */
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class SeedIT {

    private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();

    private static final Path SCHEMA = REPOSITORY.resolve("beer-donut-app/src/main/resources/schema.sql");

    @TempDir
    private Path logs;

    @Test
    void happensOnce_whenTwoAppsOpenAtOnceAndAThirdLater() throws Exception {
        try (Database database = Database.open()) {
            int first = Ports.free();
            int second = Ports.free();
            try (ManagedProcess one = app(database, first, "one");
                    ManagedProcess other = app(database, second, "other")) {
                one.await(() -> HealthCheck.of(URI.create("http://localhost:" + first)));
                other.await(() -> HealthCheck.of(URI.create("http://localhost:" + second)));
            }
            int third = Ports.free();
            try (ManagedProcess later = app(database, third, "later")) {
                later.await(() -> HealthCheck.of(URI.create("http://localhost:" + third)));
            }

            assertThat(rows(database, "beer")).isEqualTo(36);
            assertThat(rows(database, "donut")).isEqualTo(97);
            assertThat(rows(database, "tasting")).isEqualTo(2950);
            assertThat(Files.readString(logs.resolve("later.log"))).doesNotContain("filled it with the menu");
        }
    }

    /** A seed that fails at its last row leaves the tables as they were. */
    @Test
    void leavesNothingBehind_whenItFailsHalfway() throws Exception {
        try (Database database = Database.open()) {
            database.execute(Files.readString(SCHEMA));
            database.execute("alter table tasting add constraint in_the_way check (id < 2950)");

            try (ManagedProcess app = app(database, Ports.free(), "app")) {
                app.handle().onExit().get();
            }
            assertThat(rows(database, "beer")).isZero();
            assertThat(rows(database, "tasting")).isZero();
            assertThat(Files.readString(logs.resolve("app.log"))).contains("The app could not start: ");
        }
    }

    private ManagedProcess app(Database database, int port, String name) {
        Map<String, String> env = Map.of(
                "PORT",
                Integer.toString(port),
                "JDBC_URL",
                database.jdbcUrl("localhost", database.address().getPort()),
                "DATABASE_USER",
                BarDatabase.USER,
                "DATABASE_PASSWORD",
                database.password());
        CompiledServices code = CompiledServices.shipped(REPOSITORY);
        String module = ServiceProgram.APP.module();
        ServiceLaunch launch =
                new ServiceLaunch(ServiceProgram.APP, List.of(), env, code.module(module), code.libraries(module));
        return ManagedProcess.start(name, launch.command(), env, logs.resolve(name + ".log"), (part, line) -> {});
    }

    private static int rows(Database database, String table) throws Exception {
        String url = database.jdbcUrl("localhost", database.address().getPort());
        try (Connection connection = DriverManager.getConnection(url, BarDatabase.USER, database.password());
                ResultSet count = connection.createStatement().executeQuery("select count(*) from " + table)) {
            count.next();
            return count.getInt(1);
        }
    }
}

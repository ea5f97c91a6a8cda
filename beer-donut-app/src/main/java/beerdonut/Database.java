package beerdonut;

import beerdonut.menu.Beer;
import beerdonut.menu.Donut;
import beerdonut.pairing.Tasting;
import beerdonut.seed.Seed;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLInvalidAuthorizationSpecException;
import java.time.Duration;
import java.util.Properties;
import javax.sql.DataSource;
import org.hibernate.HibernateException;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.cfg.Configuration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the database: a pool of connections, Hibernate over it, and the menu in it. */
final class Database {

    private static final Logger log = LoggerFactory.getLogger(Database.class);

    /** As many as the web server has threads, so that no request has to wait for a connection. */
    static final int CONNECTIONS = 32;

    private static final Duration BETWEEN_TRIES = Duration.ofMillis(200);
    private static final int WAIT_FOR_A_CONNECTION_MILLIS = 2_000;
    private static final int WAIT_FOR_AN_ANSWER_MILLIS = 5_000;

    private Database() {}

    /**
     * Waits for a database that is still starting, or goes away before the menu is in it, but not for ever.
     *
     * @throws IllegalStateException when it has not worked by then
     */
    static SessionFactory open(Settings settings) {
        Duration wait = settings.waitAtStart();
        log.info("Waiting up to {} s for {}", wait.toSeconds(), settings.jdbcUrl());
        refuseWrongPassword(settings);
        long start = System.nanoTime();
        while (true) {
            try {
                return openFilled(settings, wait.minusNanos(System.nanoTime() - start));
            } catch (HibernateException | PoolInitializationException e) {
                if (System.nanoTime() - start > wait.toNanos()) {
                    throw new IllegalStateException(error(settings, e), e);
                }
                log.warn("Trying again, as the database went away: {}", e.getMessage());
                pause();
            }
        }
    }

    /** The pool would wait for the password to become right. */
    private static void refuseWrongPassword(Settings settings) {
        Properties login = new Properties();
        login.setProperty("user", settings.databaseUser());
        login.setProperty("password", settings.databasePassword());
        login.setProperty("NETWORK_TIMEOUT", Integer.toString(WAIT_FOR_AN_ANSWER_MILLIS));
        try {
            DriverManager.getConnection(settings.jdbcUrl(), login).close();
        } catch (SQLInvalidAuthorizationSpecException e) {
            throw new IllegalStateException(wrongPassword(settings), e);
        } catch (SQLException e) {
            log.debug("not there yet: the pool waits for it", e);
        }
    }

    private static SessionFactory openFilled(Settings settings, Duration wait) {
        HikariDataSource pool = pool(settings, wait);
        try {
            SessionFactory sessions = sessions(pool);
            new Seed(sessions).fillIfEmpty();
            return sessions;
        } catch (RuntimeException e) {
            pool.close();
            throw e;
        }
    }

    private static SessionFactory sessions(DataSource pool) {
        Configuration hibernate = new Configuration();
        hibernate.addAnnotatedClass(Beer.class);
        hibernate.addAnnotatedClass(Donut.class);
        hibernate.addAnnotatedClass(Tasting.class);
        hibernate.getProperties().put(AvailableSettings.JAKARTA_NON_JTA_DATASOURCE, pool);
        hibernate.setProperty(AvailableSettings.STATEMENT_BATCH_SIZE, "100");
        return hibernate.buildSessionFactory();
    }

    /** The pool opens its first connection here, and tries again until the time to wait is over. */
    private static HikariDataSource pool(Settings settings, Duration wait) {
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl(settings.jdbcUrl());
        pool.setUsername(settings.databaseUser());
        pool.setPassword(settings.databasePassword());
        pool.setMaximumPoolSize(CONNECTIONS);
        pool.setMinimumIdle(2);
        // Not 0: that would mean not to look whether there is a database.
        pool.setInitializationFailTimeout(Math.max(1, wait.toMillis()));
        pool.setConnectionTimeout(WAIT_FOR_A_CONNECTION_MILLIS);
        pool.setExceptionOverride(new EvictDeadConnections());
        // A database that takes the question and never answers is as good as none.
        pool.addDataSourceProperty("NETWORK_TIMEOUT", Integer.toString(WAIT_FOR_AN_ANSWER_MILLIS));
        return new HikariDataSource(pool);
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_TRIES.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the database", e);
        }
    }

    private static String error(Settings settings, RuntimeException e) {
        if (e.getCause() instanceof SQLInvalidAuthorizationSpecException) {
            return wrongPassword(settings);
        }
        return "no database at " + settings.jdbcUrl() + " after "
                + settings.waitAtStart().toSeconds() + " s; is it running? JDBC_URL says where it is";
    }

    private static String wrongPassword(Settings settings) {
        return "the database at " + settings.jdbcUrl() + " does not let '" + settings.databaseUser()
                + "' in with this DATABASE_PASSWORD; ./workshop env prints what to set";
    }
}

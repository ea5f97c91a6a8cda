package beerdonut;

import beerdonut.menu.Beer;
import beerdonut.menu.Donut;
import beerdonut.pairing.Tasting;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.SQLExceptionOverride;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.cfg.Configuration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the database: a pool of connections, and Hibernate over it. */
final class Database {

    private static final Logger log = LoggerFactory.getLogger(Database.class);

    /** As many as the web server has threads, so that no request has to wait for a connection. */
    static final int CONNECTIONS = 32;

    private static final int WAIT_FOR_A_CONNECTION_MILLIS = 2_000;
    private static final int WAIT_FOR_AN_ANSWER_MILLIS = 5_000;

    private Database() {}

    /** Waits for a database that is still starting, but not for ever. */
    static SessionFactory open(Settings settings) {
        log.info("Waiting up to {} s for {}", settings.waitAtStart().toSeconds(), settings.jdbcUrl());
        DataSource pool = pool(settings);
        Configuration hibernate = new Configuration();
        hibernate.addAnnotatedClass(Beer.class);
        hibernate.addAnnotatedClass(Donut.class);
        hibernate.addAnnotatedClass(Tasting.class);
        hibernate.getProperties().put(AvailableSettings.JAKARTA_NON_JTA_DATASOURCE, pool);
        hibernate.setProperty(AvailableSettings.STATEMENT_BATCH_SIZE, "100");
        return hibernate.buildSessionFactory();
    }

    /** The pool opens its first connection here, and tries again until the time to wait is over. */
    private static DataSource pool(Settings settings) {
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl(settings.jdbcUrl());
        pool.setUsername(settings.databaseUser());
        pool.setPassword(settings.databasePassword());
        pool.setMaximumPoolSize(CONNECTIONS);
        pool.setMinimumIdle(2);
        pool.setInitializationFailTimeout(settings.waitAtStart().toMillis());
        pool.setConnectionTimeout(WAIT_FOR_A_CONNECTION_MILLIS);
        pool.setExceptionOverride(new BrokenConnectionsLeave());
        // A database that takes the question and never answers is as good as none.
        pool.addDataSourceProperty("NETWORK_TIMEOUT", Integer.toString(WAIT_FOR_AN_ANSWER_MILLIS));
        try {
            return new HikariDataSource(pool);
        } catch (PoolInitializationException e) {
            throw new IllegalStateException(
                    "no database at " + settings.jdbcUrl() + " after "
                            + settings.waitAtStart().toSeconds() + " s; is it running? JDBC_URL says where it is",
                    e);
        }
    }

    /** H2 has codes of its own for a broken connection; the pool would hand out one that it does not know for broken. */
    private static final class BrokenConnectionsLeave implements SQLExceptionOverride {
        // In full, because the interface brings an Override of its own.
        @java.lang.Override
        public Override adjudicate(SQLException e) {
            return e instanceof SQLNonTransientConnectionException ? Override.MUST_EVICT : Override.CONTINUE_EVICT;
        }
    }
}

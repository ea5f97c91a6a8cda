package coach.bar.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.h2.tools.Server;

/**
 * Creates and serves the bar's database, which has two users: the coach is its administrator, and the services' user owns one
 * schema and no more.
 *
 * <p>An administrator of H2 can run Java code and write files in the process that serves it; the owner of a schema cannot.
 */
public final class BarDatabase {

    public static final String ADMIN = "coach";
    public static final String USER = "bar";

    /** The end of a client's URL. */
    public static final String IN_ITS_SCHEMA = ";SCHEMA=BAR";

    // Else a login that fails is noted in a folder «trace.db», wherever this process happens to run.
    private static final String NO_TRACE_FILE = ";TRACE_LEVEL_FILE=0";

    private BarDatabase() {}

    /** @return the administrator's connection; a database in memory ends with it */
    public static Connection create(String name, String adminPassword, String password) throws SQLException {
        Connection admin = DriverManager.getConnection("jdbc:h2:" + name + NO_TRACE_FILE, ADMIN, adminPassword);
        try (PreparedStatement user = admin.prepareStatement("create user " + USER + " password ?");
                Statement schema = admin.createStatement()) {
            user.setString(1, password);
            user.execute();
            schema.execute("create schema bar authorization " + USER);
            schema.execute("set schema bar");
        }
        return admin;
    }

    /**
     * Serves one database over TCP, and no other: else every user of this machine could have a file of their own opened here, as
     * its administrator.
     *
     * @param called the name that clients have to use
     * @param port 0 for any that is free
     * @param options more of those that H2's server knows
     */
    public static Server serve(String called, String name, int port, String... options) throws SQLException {
        String[] fixed = {"-tcpPort", Integer.toString(port), "-tcpDaemon", "-key", called, name};
        String[] all = new String[fixed.length + options.length];
        System.arraycopy(fixed, 0, all, 0, fixed.length);
        System.arraycopy(options, 0, all, fixed.length, options.length);
        return Server.createTcpServer(all).start();
    }
}

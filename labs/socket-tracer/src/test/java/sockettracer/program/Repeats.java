package sockettracer.program;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import redis.clients.jedis.Jedis;
import sockettracer.Section;
import sockettracer.Tracer;

/**
 * Asks H2, Redis and an HTTP server the same question twice, or different ones in a loop, or each only once. The name of a
 * section says which: {@code twice}, {@code loop} or {@code once}, and how many questions.
 */
public final class Repeats {

    private Repeats() {}

    private interface Ask {
        void run() throws Exception;
    }

    public static void main(String[] args) throws Exception {
        HttpClient http = HttpClient.newHttpClient();
        String url = "http://127.0.0.1:" + args[2];
        try (Jedis redis = new Jedis("127.0.0.1", Integer.parseInt(args[0]));
                Connection h2 =
                        DriverManager.getConnection("jdbc:h2:tcp://127.0.0.1:" + args[1] + "/mem:repeats", "sa", "")) {
            fill(redis, h2);

            section("twice 2 redis", () -> each(2, i -> redis.get("beer:1")));
            section("twice 3 redis, nothing there", () -> each(3, i -> redis.get("nothing:1")));
            section("loop 5 redis", () -> each(5, i -> redis.get("beer:" + i)));
            section("loop 5 redis, same answer to all", () -> each(5, i -> redis.get("nothing:" + i)));
            section(
                    "loop 3 redis, by name",
                    () -> List.of("ipa", "stout", "gose").forEach(name -> redis.get("beer:" + name)));
            section("loop 3 redis, writing", () -> each(3, i -> redis.set("count:" + i, "0")));
            section("once redis", () -> {
                redis.get("beer:1");
                redis.hgetAll("donuts");
                redis.exists("beer:2");
            });

            section("twice 2 h2", () -> each(2, i -> name(h2, 1)));
            section("twice 2 h2, by name", () -> each(2, i -> dough(h2, "maple")));
            section("loop 5 h2", () -> each(5, i -> name(h2, i)));
            section(
                    "loop 3 h2, by name",
                    () -> List.of("maple", "glazed", "plain").forEach(name -> dough(h2, name)));
            // The first of five counts with its preparation.
            section("loop 4 h2, prepared once", () -> preparedOnce(h2));
            section("once h2", () -> {
                name(h2, 1);
                dough(h2, "maple");
            });
            section("once h2, committing each time", () -> {
                h2.setAutoCommit(false);
                name(h2, 1);
                h2.commit();
                dough(h2, "maple");
                h2.commit();
                h2.setAutoCommit(true);
            });

            section("twice 2 http", () -> each(2, i -> get(http, url + "/beer/1")));
            section("loop 5 http", () -> each(5, i -> get(http, url + "/beer/" + i)));
            section("loop 5 http, same answer to all", () -> each(5, i -> get(http, url + "/same/" + i)));
            section("once http", () -> {
                get(http, url + "/beer/1");
                get(http, url + "/donut/maple");
            });
        }
    }

    private interface Step {
        void run(int number) throws Exception;
    }

    private static void each(int times, Step step) throws Exception {
        for (int i = 1; i <= times; i++) {
            step.run(i);
        }
    }

    private static void section(String name, Ask ask) throws Exception {
        try (Section section = Tracer.section(name)) {
            ask.run();
        }
    }

    private static void fill(Jedis redis, Connection h2) throws SQLException {
        try (Statement statement = h2.createStatement()) {
            statement.execute("create table donut(id int primary key, name varchar, dough varchar)");
            statement.execute("insert into donut values (1, 'maple', 'yeast'), (2, 'glazed', 'cake'),"
                    + " (3, 'plain', 'mochi'), (4, 'jelly', 'yeast'), (5, 'cruller', 'choux')");
        }
        for (int i = 1; i <= 5; i++) {
            redis.set("beer:" + i, "a beer with number " + i);
        }
        List.of("ipa", "stout", "gose").forEach(name -> redis.set("beer:" + name, name + " is a beer"));
        redis.hset("donuts", "1", "maple");
    }

    private static void name(Connection h2, int id) throws SQLException {
        try (PreparedStatement select = h2.prepareStatement("select name, dough from donut where id = ?")) {
            select.setInt(1, id);
            read(select);
        }
    }

    private static void dough(Connection h2, String name) {
        try (PreparedStatement select = h2.prepareStatement("select dough from donut where name = ?")) {
            select.setString(1, name);
            read(select);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void preparedOnce(Connection h2) throws Exception {
        try (PreparedStatement select = h2.prepareStatement("select name from donut where id = ?")) {
            each(5, i -> {
                select.setInt(1, i);
                read(select);
            });
        }
    }

    private static void read(PreparedStatement select) throws SQLException {
        try (ResultSet rows = select.executeQuery()) {
            rows.next();
        }
    }

    private static void get(HttpClient http, String url) throws Exception {
        http.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
    }
}

package sockettracer.program;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import redis.clients.jedis.Jedis;
import sockettracer.Section;
import sockettracer.Tracer;

/** Asks as often as it can, in turn outside of a section, inside, and outside again; prints calls a second of all three. */
public final class Throughput {

    private static final long SLICE_NANOS = 150_000_000;
    private static final int WARM_UP = 10;
    private static final int ROUNDS = 20;

    private Throughput() {}

    private interface Call {
        void make() throws Exception;
    }

    public static void main(String[] args) throws Exception {
        if (args[0].equals("jedis")) {
            try (Jedis jedis = new Jedis("127.0.0.1", Integer.parseInt(args[1]))) {
                jedis.set("beer:1", "a".repeat(100));
                measure(() -> jedis.get("beer:1"));
            }
        } else {
            try (Connection h2 =
                            DriverManager.getConnection("jdbc:h2:tcp://127.0.0.1:" + args[1] + "/mem:bench", "sa", "");
                    PreparedStatement select = h2.prepareStatement("select x from system_range(1, 10) where x = ?")) {
                measure(() -> {
                    select.setInt(1, 3);
                    try (ResultSet rows = select.executeQuery()) {
                        rows.next();
                    }
                });
            }
        }
    }

    private static void measure(Call call) throws Exception {
        for (int i = 0; i < WARM_UP; i++) {
            inside(call);
        }
        for (int i = 0; i < ROUNDS; i++) {
            System.out.println(slice(call) + " " + inside(call) + " " + slice(call));
        }
    }

    private static long inside(Call call) throws Exception {
        try (Section section = Tracer.section("bench")) {
            return slice(call);
        }
    }

    private static long slice(Call call) throws Exception {
        long start = System.nanoTime();
        long calls = 0;
        long now = start;
        while (now - start < SLICE_NANOS) {
            call.make();
            calls++;
            now = System.nanoTime();
        }
        return calls * 1_000_000_000 / (now - start);
    }
}

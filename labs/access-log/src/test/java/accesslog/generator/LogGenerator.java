package accesslog.generator;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Writes the access log of a made-up server, always the same for the same seed, and says what is in it.
 *
 * <p>Shapes, times and oddities are those of logs that a real 389-ds-base 2.3.1 wrote: pooled and short connections, interleaved; re-binds on
 * a pooled connection; pipelined searches with results out of order and gaps in the numbers; stamps that go back.
 */
public final class LogGenerator {

    private static final long SECOND = 1_000_000_000L;
    private static final long START = 1_790_000_000L * SECOND;
    private static final int CLIENTS = 60;
    private static final int THINKING_MILLIS = 15;

    /** What to write: the size at which to stop, the size at which the server is restarted (0: never), and the rare oddities or not. */
    public record Wish(Dialect dialect, long seed, long bytes, long restartAt, boolean traps, ZoneOffset zone) {

        public Wish(Dialect dialect, long seed, long bytes) {
            this(dialect, seed, bytes, 0, false, ZoneOffset.UTC);
        }

        public Wish withTraps() {
            return new Wish(dialect, seed, bytes, bytes / 2, true, zone);
        }
    }

    /** A record that waits until all before it are written. */
    private record Line(long time, long number, String fields) {}

    /** One of the clients; between two connections it has none. */
    private static final class Seat {
        final Role role;
        final int number;
        long wakes;
        Client client;

        Seat(Role role, int number, long wakes) {
            this.role = role;
            this.number = number;
            this.wakes = wakes;
        }
    }

    private final Wish wish;
    private final OutputStream out;
    private final Random random;
    private final LogFormat format;
    private final Conversation talk;
    private final Behaviour behaviour;
    private final PriorityQueue<Line> lines =
            new PriorityQueue<>(Comparator.comparingLong(Line::time).thenComparingLong(Line::number));
    private final PriorityQueue<Seat> seats = new PriorityQueue<>(
            Comparator.<Seat>comparingLong(seat -> seat.wakes).thenComparingInt(seat -> seat.number));
    private long bytes;
    private long written;
    private long connections;

    private LogGenerator(Wish wish, OutputStream out, Consumer<Truth> truths) {
        this.wish = wish;
        this.out = out;
        random = new Random(wish.seed());
        format = wish.dialect().isJson()
                ? new JsonFormat(wish.dialect(), wish.zone())
                : new TextFormat(wish.dialect(), wish.zone());
        talk = new Conversation(
                format, (time, fields) -> lines.add(new Line(time, written++, fields)), truths, random, wish.traps());
        behaviour = new Behaviour(talk, random, wish.traps());
    }

    public static void write(Wish wish, OutputStream out, Consumer<Truth> truths) {
        new LogGenerator(wish, out, truths).run();
    }

    private void run() {
        put(format.header());
        takeSeats(START);
        while (bytes < wish.bytes()) {
            Seat seat = seats.remove();
            flush(seat.wakes);
            if (wish.restartAt() > 0 && talk.run == 1 && bytes > wish.restartAt()) {
                restart(seat.wakes);
            } else {
                wake(seat);
                seats.add(seat);
            }
        }
    }

    private void takeSeats(long from) {
        seats.clear();
        for (Role role : roles()) {
            seats.add(new Seat(role, seats.size(), from + (long) (random.nextDouble() * 2 * SECOND)));
        }
    }

    private static List<Role> roles() {
        List<Role> roles = new ArrayList<>();
        int weights = 0;
        int all = java.util.Arrays.stream(Role.values())
                .mapToInt(role -> role.weight)
                .sum();
        for (Role role : Role.values()) {
            weights += role.weight;
            while (roles.size() < Math.round((float) CLIENTS * weights / all)) {
                roles.add(role);
            }
        }
        return roles;
    }

    private void restart(long now) {
        flush(Long.MAX_VALUE);
        talk.run++;
        connections = 0;
        takeSeats(now + 20 * SECOND);
    }

    private void wake(Seat seat) {
        if (seat.client == null) {
            seat.client = open(seat.role, seat.wakes);
        } else {
            seat.client.time = seat.wakes;
        }
        Client client = seat.client;
        if (behaviour.turn(client)) {
            seat.wakes = client.time + pause(THINKING_MILLIS);
            return;
        }
        client.time = Math.max(client.time, client.busyUntil);
        talk.close(client, seat.role.pooled ? "U1" : code());
        seat.client = null;
        seat.wakes = client.time + pause(50);
    }

    private long pause(int meanMillis) {
        return (long) (-Math.log(1 - random.nextDouble()) * meanMillis * 1e6);
    }

    private String code() {
        int hundredth = random.nextInt(100);
        return hundredth < 88 ? "U1" : hundredth < 96 ? "B1" : hundredth < 99 ? "T1" : "A1";
    }

    private Client open(Role role, long time) {
        connections++;
        String ip = "10.1." + role.ordinal() + "." + (2 + random.nextInt(19));
        Client client = new Client(connections, (int) (64 + connections % 900), ip, role, time);
        client.turnsLeft = role.pooled ? 20 + random.nextInt(380) : 1 + random.nextInt(4);
        boolean encrypted = random.nextDouble() < role.encrypted;
        boolean later = encrypted && random.nextDouble() < 0.4;
        talk.write(time, format.connection(client, encrypted && !later));
        client.time += talk.around(300);
        if (later) {
            talk.extended(client, "1.3.6.1.4.1.1466.20037", "start_tls_plugin", 80);
        }
        if (encrypted) {
            client.time += talk.around(4_000);
            talk.write(client.time, format.cipher(client));
            client.time += 40_000;
        }
        return client;
    }

    private void flush(long until) {
        while (!lines.isEmpty() && lines.peek().time() <= until) {
            Line line = lines.remove();
            // The server takes the stamp before it waits for its turn to write.
            long early = random.nextDouble() < 0.004 ? pause(1) / 5 : 0;
            put(format.record(line.time() - early, line.fields()));
        }
    }

    private void put(String text) {
        try {
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            out.write(utf8);
            bytes += utf8.length;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

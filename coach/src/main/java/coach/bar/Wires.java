package coach.bar;

import coach.bar.wire.Wire;
import java.net.InetSocketAddress;

/** The wires of a bar, one for each client of each backend. */
public record Wires(Wire appToDatabase, Wire appToRedis, Wire scoresToRedis) implements AutoCloseable {

    static Wires open(Backends backends, Distance distance) {
        InetSocketAddress database = backends.database().address();
        InetSocketAddress redis = backends.redis().address();
        return new Wires(
                Wire.to("app to database", database, distance.database()),
                Wire.to("app to redis", redis, distance.redis()),
                Wire.to("scores to redis", redis, distance.redis()));
    }

    @Override
    public void close() {
        appToDatabase.close();
        appToRedis.close();
        scoresToRedis.close();
    }
}

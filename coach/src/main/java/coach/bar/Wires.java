package coach.bar;

import coach.bar.wire.Wire;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** The bar's wires, one for each client of each backend, so that one can be slowed, cut or counted without the others. */
public record Wires(Wire appToDatabase, Wire appToRedis, Wire scoresToRedis) implements AutoCloseable {

    /** @param address where the services find them */
    static Wires open(InetAddress address, Backends backends, Distance distance) {
        InetSocketAddress door = new InetSocketAddress(address, 0);
        InetSocketAddress database = backends.database().address();
        InetSocketAddress redis = backends.redis().address();
        return new Wires(
                Wire.open("app to database", door, database, distance.database()),
                Wire.open("app to redis", door, redis, distance.redis()),
                Wire.open("scores to redis", door, redis, distance.redis()));
    }

    @Override
    public void close() {
        appToDatabase.close();
        appToRedis.close();
        scoresToRedis.close();
    }
}

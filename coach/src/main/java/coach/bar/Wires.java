package coach.bar;

import coach.wire.Wire;

/** The bar's wires, one for each client of each backend, so that one can be slowed, cut or counted without the others. */
public record Wires(Wire appToDatabase, Wire appToRedis, Wire scoresToRedis) implements AutoCloseable {

    static Wires open(Database database, Redis redis, Distance distance) {
        return new Wires(
                Wire.to("app to database", database.address(), distance.database()),
                Wire.to("app to redis", redis.address(), distance.redis()),
                Wire.to("scores to redis", redis.address(), distance.redis()));
    }

    @Override
    public void close() {
        appToDatabase.close();
        appToRedis.close();
        scoresToRedis.close();
    }
}

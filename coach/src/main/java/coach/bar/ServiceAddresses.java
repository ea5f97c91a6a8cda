package coach.bar;

import coach.bar.compiler.CompiledServices;
import coach.bar.database.BarDatabase;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The ports and addresses of a bar that its services have to know, as environment variables and as names for the agent.
 */
record ServiceAddresses(BarPlan plan, Backends backends, Wires wires) {

    static final String HOST = "localhost";

    private static final int LAST_PORT = 65_535;
    /** How far the ports of a service lie above those of the bar, when it is started by hand beside it. */
    private static final int DISTANCE_OF_PORTS = 100;

    Map<String, String> environment(ServiceProgram program) {
        return program == ServiceProgram.APP ? ofApp() : ofScores();
    }

    /** The same for a service that is started by hand beside the bar's own, at a port of its own. */
    SortedMap<String, String> besideTheBar(ServiceProgram program) {
        SortedMap<String, String> settings = new TreeMap<>(environment(program));
        int port = Integer.parseInt(settings.get("PORT"));
        settings.put("PORT", Integer.toString(besides(port)));
        return settings;
    }

    private static int besides(int port) {
        return port + DISTANCE_OF_PORTS <= LAST_PORT ? port + DISTANCE_OF_PORTS : port - DISTANCE_OF_PORTS;
    }

    private Map<String, String> ofApp() {
        return Map.of(
                "PORT",
                Integer.toString(plan.appPort()),
                "JDBC_URL",
                backends.database().jdbcUrl(HOST, wires.appToDatabase().port()),
                "DATABASE_USER",
                BarDatabase.USER,
                "DATABASE_PASSWORD",
                backends.database().password(),
                "REDIS_URL",
                redis(wires.appToRedis().port()),
                "SCORE_URL",
                "http://" + HOST + ":" + plan.scorePort());
    }

    private Map<String, String> ofScores() {
        return Map.of(
                "PORT", Integer.toString(plan.scorePort()),
                "REDIS_URL", redis(wires.scoresToRedis().port()));
    }

    private String redis(int wire) {
        return backends.redis().through(HOST, wire).toString();
    }

    /** The peer names that the agent uses, by port; without them every peer would be «localhost». */
    Map<Integer, String> peers() {
        return Map.of(
                wires.appToDatabase().port(),
                "database",
                wires.appToRedis().port(),
                "redis",
                wires.scoresToRedis().port(),
                "redis",
                plan.scorePort(),
                CompiledServices.SCORES);
    }
}

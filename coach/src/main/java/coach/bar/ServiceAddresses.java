package coach.bar;

import coach.bar.compiler.CompiledServices;
import java.util.Map;

/**
 * The ports and addresses of a bar that its services have to know, as environment variables and as names for the agent.
 */
record ServiceAddresses(BarPlan plan, Backends backends, Wires wires) {

    static final String HOST = "localhost";

    Map<String, String> environment(ServiceProgram program) {
        return program == ServiceProgram.APP ? ofApp() : ofScores();
    }

    private Map<String, String> ofApp() {
        return Map.of(
                "PORT",
                Integer.toString(plan.appPort()),
                "JDBC_URL",
                backends.database().jdbcUrl(HOST, wires.appToDatabase().port()),
                "DATABASE_USER",
                Database.USER,
                "DATABASE_PASSWORD",
                Database.PASSWORD,
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

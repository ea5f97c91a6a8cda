package coach.bar;

import coach.bar.compiler.CompiledServices;
import java.util.Map;

/**
 * What each service has to know of the others.
 *
 * @param coach what a service calls the machine of the coach
 * @param scores the port there at which the app finds the score service
 */
record ServiceAddresses(BarPlan plan, String coach, Backends backends, Wires wires, int scores) {

    /** As environment variables. */
    Map<String, String> of(ServiceProgram program) {
        return program.equals(ServiceProgram.APP) ? ofTheApp() : ofTheScores();
    }

    private Map<String, String> ofTheApp() {
        return Map.of(
                "PORT",
                Integer.toString(plan.appPort()),
                "JDBC_URL",
                backends.database().jdbcUrl(coach, wires.appToDatabase().port()),
                "DATABASE_USER",
                Database.USER,
                "DATABASE_PASSWORD",
                Database.PASSWORD,
                "REDIS_URL",
                redis(wires.appToRedis().port()),
                "SCORE_URL",
                "http://" + coach + ":" + scores);
    }

    private Map<String, String> ofTheScores() {
        return Map.of(
                "PORT", Integer.toString(plan.scorePort()),
                "REDIS_URL", redis(wires.scoresToRedis().port()));
    }

    private String redis(int wire) {
        return backends.redis().through(coach, wire).toString();
    }

    int port(ServiceProgram program) {
        return program.equals(ServiceProgram.APP) ? plan.appPort() : plan.scorePort();
    }

    /** Whoever listens at a port of the coach's machine would be called by its name otherwise. */
    Map<Integer, String> neighbours() {
        return Map.of(
                wires.appToDatabase().port(),
                "database",
                wires.appToRedis().port(),
                "redis",
                wires.scoresToRedis().port(),
                "redis",
                scores,
                CompiledServices.SCORES);
    }
}

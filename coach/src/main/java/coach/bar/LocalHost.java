package coach.bar;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Each service in a JVM beside the coach's, Redis too in a process, and the database in the coach's own. */
final class LocalHost extends BarHost {

    @Override
    String coach() {
        return TraceServers.AT_THIS_MACHINE;
    }

    @Override
    InetAddress door() {
        return InetAddress.getLoopbackAddress();
    }

    @Override
    Backends backends(BarPlan plan, ProcessLauncher parts) {
        if (plan.redisUrl().isPresent()) {
            Redis given = Redis.given(plan.redisUrl().get());
            return new Backends(parts.opened().keep(Database::open), given, Optional.empty(), () -> {});
        }
        List<RedisBinary> binaries = RedisBinary.all(plan.folder());
        EmbeddedRedis redis =
                parts.opened().keep(() -> new EmbeddedRedis(binaries, parts.log("redis"), parts.listener()));
        return new Backends(
                parts.opened().keep(Database::open),
                redis.redis(),
                Optional.of(redis),
                () -> redis.start(process -> parts.file().note(process, "redis")));
    }

    @Override
    int reachable(int port, ResourceStack opened) {
        return port;
    }

    @Override
    String agentJar(Path repository) {
        return JavaAgent.found(repository).toString();
    }

    @Override
    ManagedProcess start(ServiceLaunch launch, ProcessLauncher parts) {
        String module = launch.program().module();
        InstalledService installed = InstalledService.here(launch.code(), module);
        return parts.start(
                module,
                launch.program().command(installed, launch.agent()),
                launch.environment(installed),
                ProcessTermination.OF_A_PROCESS);
    }
}

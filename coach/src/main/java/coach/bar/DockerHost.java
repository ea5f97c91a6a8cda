package coach.bar;

import coach.bar.compiler.CompiledServices;
import coach.bar.containers.ComposeFile.Service;
import coach.bar.containers.ContainerCommand;
import coach.bar.containers.DockerEngine;
import coach.bar.environment.Ports;
import coach.bar.wire.Wire;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Each service and each backend in a container of its own, from the images of docker-compose.yml. */
final class DockerHost extends BarHost {

    private static final String HOME = "/bar";
    private static final int DATABASE_PORT = 9092;
    private static final int REDIS_PORT = 6379;

    private final DockerEngine engine;

    DockerHost(DockerEngine engine) {
        this.engine = engine;
    }

    @Override
    String coach() {
        return ContainerCommand.HOST;
    }

    @Override
    InetAddress door() {
        return engine.door();
    }

    @Override
    Backends backends(BarPlan plan, ProcessLauncher parts) {
        int redisPort = Ports.free();
        Optional<ManagedProcess> own = plan.redisUrl().isPresent()
                ? Optional.empty()
                : Optional.of(backend("redis", redisPort, REDIS_PORT, parts));
        Redis redis = plan.redisUrl().map(Redis::given).orElseGet(() -> Redis.at("redis://localhost:" + redisPort));
        int databasePort = Ports.free();
        ManagedProcess server = backend("database", databasePort, DATABASE_PORT, parts);
        Database database = parts.opened().keep(() -> Database.in(server, databasePort));
        return new Backends(database, redis, Optional.empty(), () -> own.ifPresent(part -> part.await(redis::answers)));
    }

    private ManagedProcess backend(String name, int port, int within, ProcessLauncher parts) {
        Service service = engine.service(name);
        ContainerCommand container = engine.container(name).publish(port, within);
        if (!service.user().isEmpty()) {
            container.add("--user", service.user());
        }
        return run(name, container, service.image(), service.command(), parts);
    }

    private ManagedProcess run(
            String name, ContainerCommand container, String image, List<String> command, ProcessLauncher parts) {
        return parts.start(name, engine.command(container, image, command), Map.of(), ending(container.name()));
    }

    private ProcessTermination ending(String container) {
        return new ProcessTermination() {
            @Override
            public void ask(ProcessHandle process) {
                if (!engine.stop(container)) {
                    // It is not there yet; so it should not come any more.
                    process.destroy();
                }
            }

            @Override
            public void force() {
                engine.kill(container);
            }
        };
    }

    /** The coach's loopback, where the services are published, is out of a container's reach. */
    @Override
    int reachable(int port, ResourceStack opened) {
        InetSocketAddress published = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        return opened.keep(() -> Wire.open("to " + port, new InetSocketAddress(door(), 0), published, Duration.ZERO))
                .port();
    }

    @Override
    String agentJar(Path repository) {
        return HOME + "/opentelemetry-javaagent.jar";
    }

    @Override
    ManagedProcess start(ServiceLaunch launch, ProcessLauncher parts) {
        String module = launch.program().module();
        CompiledServices.Module files = launch.code().module(module);
        InstalledService installed = InstalledService.inAContainer(launch.code(), module);
        ContainerCommand container = engine.container(module)
                .publish(launch.port(), launch.port())
                .mount(files.classes().toString(), HOME + "/classes")
                .environment(launch.environment(installed))
                .environment(Map.of("LISTEN_HOST", "0.0.0.0"));
        files.otel().ifPresent(otel -> container.mount(otel.toString(), HOME + "/otel.properties"));
        new FileOwner(files.classes()).user().ifPresent(user -> container.add("--user", user));
        List<String> command = launch.program().command(installed, launch.agent());
        container.add("--entrypoint", command.get(0));
        return run(module, container, engine.service(module).image(), command.subList(1, command.size()), parts);
    }
}

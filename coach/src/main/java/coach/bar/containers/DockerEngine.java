package coach.bar.containers;

import coach.bar.BarFile.Noted;
import coach.bar.environment.UserError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** The engine that runs the containers of a bar beside this process, from the images that docker-compose.yml names. */
public final class DockerEngine {

    /** Says of a container which coach runs it, so that what a crash has left is found. */
    private static final String LABEL = "beer-donut-bar.coach";

    private static final List<String> SERVICES = List.of("beer-donut-app", "score-service", "database", "redis");
    /** Who closes a bar has hardly ever used containers, and should not wait for a Docker that hangs. */
    private static final Duration IN_PASSING = Duration.ofSeconds(5);

    private static final AtomicInteger STARTED = new AtomicInteger();

    private final DockerCli docker;
    private final ComposeFile file;
    private final InetAddress door;

    private DockerEngine(DockerCli docker, ComposeFile file) {
        this.docker = docker;
        this.file = file;
        this.door = findDoor();
    }

    /** @throws UserError when there is none, its images are not built, or its containers cannot reach this machine */
    public static DockerEngine in(Path repository) {
        DockerCli docker = DockerCli.find();
        ComposeFile file = docker.compose(repository);
        List<String> missing = SERVICES.stream()
                .map(service -> file.service(service).image())
                .filter(image -> !docker.does("image", "inspect", image))
                .toList();
        if (!missing.isEmpty()) {
            throw new UserError(
                    "These images are not here yet: %s.%nNext: docker compose pull redis, then docker compose build"
                            .formatted(String.join(", ", missing)));
        }
        clear(docker);
        DockerEngine engine = new DockerEngine(docker, file);
        engine.knock();
        return engine;
    }

    /**
     * Removes the containers of coaches that run no more.
     *
     * @return how many there were; none where no Docker answers within some seconds
     */
    public static long clear() {
        try {
            return clear(DockerCli.find(IN_PASSING));
        } catch (UserError e) {
            return 0;
        }
    }

    private static long clear(DockerCli docker) {
        return docker.ask(
                        "ps", "--all", "--filter", "label=" + LABEL, "--format", "{{.ID}} {{.Label \"" + LABEL + "\"}}")
                .lines()
                .map(line -> line.split(" ", 2))
                .filter(words -> Noted.parse(words[1]).running().isEmpty())
                .filter(words -> docker.does("rm", "--force", words[0]))
                .count();
    }

    /** The command that runs a container, in the foreground. */
    public List<String> command(ContainerCommand container, String image, List<String> words) {
        return DockerCli.command(container.run(image, words));
    }

    public ComposeFile.Service service(String name) {
        return file.service(name);
    }

    /** With a name of its own, the limit of its memory, and the mark of this process. */
    public ContainerCommand container(String service) {
        String name = "%s-%s-of-%d-%d"
                .formatted(file.project(), service, ProcessHandle.current().pid(), STARTED.incrementAndGet());
        return new ContainerCommand(name)
                .add("--label", LABEL + "=" + Noted.of(ProcessHandle.current(), "coach"))
                .add("--memory", file.service(service).memory());
    }

    /** Asks it to end, and waits until it has. */
    public boolean stop(String container) {
        return docker.does("stop", "--time", "5", container);
    }

    public void kill(String container) {
        docker.does("rm", "--force", container);
    }

    /** The address of this machine at which its containers reach it. */
    public InetAddress door() {
        return door;
    }

    /** That of the containers' network where it is ours; where the engine has a machine of its own, it comes to our loopback. */
    private InetAddress findDoor() {
        String hosts = docker.ask(aside().add("--entrypoint", "cat").run(image(), List.of("/etc/hosts")));
        return hosts.lines()
                .map(line -> line.split("\\s+"))
                .filter(words -> List.of(words).contains(ContainerCommand.HOST))
                .map(words -> words[0])
                .flatMap(DockerEngine::ours)
                .findFirst()
                .orElse(InetAddress.getLoopbackAddress());
    }

    private static Stream<InetAddress> ours(String address) {
        try {
            InetAddress parsed = InetAddress.getByName(address);
            return NetworkInterface.getByInetAddress(parsed) == null ? Stream.empty() : Stream.of(parsed);
        } catch (UnknownHostException | SocketException e) {
            return Stream.empty();
        }
    }

    private void knock() {
        try (ServerSocket listening = new ServerSocket(0, 1, door)) {
            String port = Integer.toString(listening.getLocalPort());
            List<String> knocking = aside().add("--entrypoint", "timeout")
                    .run(image(), List.of("5", "./listens", ContainerCommand.HOST, port));
            if (!docker.does(knocking)) {
                throw new UserError("""
                        A container could not reach this machine at %s: a firewall is in its way.
                        Let the containers' network in (with ufw: sudo ufw allow in on docker0), or type the same with --no-docker.""".formatted(door.getHostAddress()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("no port at " + door, e);
        }
    }

    private ContainerCommand aside() {
        return container("beer-donut-app");
    }

    private String image() {
        return file.service("beer-donut-app").image();
    }
}

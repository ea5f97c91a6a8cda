package coach.bar;

import coach.bar.containers.DockerEngine;
import java.net.InetAddress;
import java.nio.file.Path;

/** Where a bar's processes run; the wires, the receiver of traces and all that counts are with the coach in any case. */
public abstract class BarHost {

    BarHost() {}

    /** Beside the coach, on its own machine. */
    public static BarHost thisMachine() {
        return new LocalHost();
    }

    /**
     * In containers of this machine.
     *
     * @throws coach.bar.environment.UserError when no such container could run, with what to do about it
     */
    public static BarHost containers(Path repository) {
        return new DockerHost(DockerEngine.in(repository));
    }

    /** What a service calls the machine of the coach. */
    abstract String coach();

    /** The address at which the coach listens for the services. */
    abstract InetAddress door();

    /** Starts them; they may need a little longer until they answer. */
    abstract Backends backends(BarPlan plan, ProcessLauncher parts);

    /** The port of the coach's machine at which a service reaches what the coach finds at this one. */
    abstract int reachable(int port, ResourceStack opened);

    /** Where the javaagent lies for who runs a service. */
    abstract String agentJar(Path repository);

    abstract ManagedProcess start(ServiceLaunch launch, ProcessLauncher parts);
}

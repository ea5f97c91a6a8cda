package coach.bar;

import coach.containers.Engine;
import java.net.InetAddress;
import java.nio.file.Path;

/** Where a bar's processes run; the wires, the receiver of traces and all that counts are with the coach in any case. */
public abstract class Place {

    Place() {}

    /** Beside the coach, on its own machine. */
    public static Place thisMachine() {
        return new OnThisMachine();
    }

    /**
     * In containers of this machine.
     *
     * @throws coach.workshop.CannotOpen when no such container could run, with what to do about it
     */
    public static Place containers(Path repository) {
        return new InContainers(Engine.in(repository));
    }

    /** What a service calls the machine of the coach. */
    abstract String coach();

    /** The address at which the coach listens for the services. */
    abstract InetAddress door();

    /** Starts them; they may need a little longer until they answer. */
    abstract Backends backends(BarPlan plan, Parts parts);

    /** The port of the coach's machine at which a service reaches what the coach finds at this one. */
    abstract int reachable(int port, Opened opened);

    /** Where the javaagent lies for who runs a service. */
    abstract String agentJar(Path repository);

    abstract Part start(Launch launch, Parts parts);
}

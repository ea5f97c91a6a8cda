package coach.bar.containers;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A container that does not run yet: the words after {@code docker} that run it. */
public final class ContainerCommand {

    /** What a container calls the machine it runs on. */
    public static final String HOST = "host.docker.internal";

    private final String name;
    private final List<String> options = new ArrayList<>();

    /** @param name no other container may have it */
    public ContainerCommand(String name) {
        this.name = name;
        add("--rm", "--name", name, "--pull", "never", "--add-host", HOST + ":host-gateway");
        // Where SELinux guards the system, a container may not read its owner's files otherwise.
        add("--security-opt", "label=disable");
    }

    public String name() {
        return name;
    }

    public ContainerCommand add(String... words) {
        options.addAll(List.of(words));
        return this;
    }

    /** What listens there within is reached at that port of this machine, from nowhere else. */
    public ContainerCommand publish(int here, int within) {
        return add("--publish", "127.0.0.1:" + here + ":" + within);
    }

    /** The file or folder is there within, and cannot be changed from there. */
    public ContainerCommand mount(String here, String within) {
        return add("--mount", "type=bind,readonly,source=" + here + ",target=" + within);
    }

    public ContainerCommand environment(Map<String, String> environment) {
        environment.forEach((name, value) -> add("--env", name + "=" + value));
        return this;
    }

    /** @param command empty for that of the image */
    public List<String> run(String image, List<String> command) {
        List<String> words = new ArrayList<>(List.of("run"));
        words.addAll(options);
        words.add(image);
        words.addAll(command);
        return words;
    }
}

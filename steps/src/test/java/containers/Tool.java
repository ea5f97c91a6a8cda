package containers;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code ./workshop} on this machine, with the bar and the images of a {@link Compose}. */
record Tool(Path repository, Compose compose, Path state) {

    Command.Said say(String... words) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                // The launcher would build first, in the middle of this build.
                System.getProperty("java.class.path"),
                "-Dworkshop.home=" + repository,
                "-Dworkshop.state=" + state,
                "coach.Coach"));
        command.addAll(List.of(words));
        return new Command(repository, compose.environment()).say(command.toArray(String[]::new));
    }
}

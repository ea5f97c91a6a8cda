package coach.cli.offline;

import coach.bar.environment.ExternalProgram;
import coach.bar.environment.ExternalProgram.Answer;
import coach.bar.environment.UserError;
import coach.bar.environment.Workshop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Fetches and saves the container images of the bar: those that the compose file names, and the base images of the
 * services, because a learner's code is built into one in class.
 */
final class ContainerImages {

    private static final Duration A_MOMENT = Duration.ofSeconds(20);
    private static final Duration A_DOWNLOAD = Duration.ofMinutes(30);

    // "FROM eclipse-temurin:25-jre AS jre" -> eclipse-temurin:25-jre, jre; a stage on another stage has no «:»
    private static final Pattern BASE = Pattern.compile("(?m)^FROM (\\S+:\\S+) AS (\\S+)$");
    /** The stage that a loaded image stands in for. */
    private static final String REPLACED = "built";

    private final Path composeFile;
    private final Path dockerfile;

    ContainerImages(Path repository) {
        this.composeFile = repository.resolve("docker-compose.yml");
        this.dockerfile = repository.resolve("coach").resolve("docker").resolve("Dockerfile");
    }

    /** Whether there is a compose file, and a Docker that answers. */
    boolean canBeHad() {
        return Files.exists(composeFile)
                && ExternalProgram.ask(A_MOMENT, List.of("docker", "version", "--format", "{{.Server.Version}}"))
                        .flatMap(Answer::output)
                        .isPresent();
    }

    List<String> names() {
        Stream<String> named =
                output(compose("config", "--images"), A_MOMENT).lines().map(String::strip);
        return Stream.concat(named, bases().stream())
                .filter(name -> !name.isEmpty())
                .sorted()
                .distinct()
                .toList();
    }

    /** The base images of the services, once the coach's own image is loaded. */
    List<String> bases() {
        try {
            return BASE.matcher(Files.readString(dockerfile))
                    .results()
                    .filter(from -> !from.group(2).equals(REPLACED))
                    .map(from -> from.group(1))
                    .toList();
        } catch (IOException e) {
            throw new UserError("%s could not be read: %s".formatted(dockerfile, e), e);
        }
    }

    /** Pulls the images of others, and builds our own. */
    void fetch(Consumer<String> progress) {
        progress.accept("Pulling the images that others have made");
        // They are pinned: one that is here is the right one, also where no registry answers.
        output(compose("pull", "--quiet", "--ignore-buildable", "--policy", "missing"), A_DOWNLOAD);
        bases().stream()
                .filter(base -> !isHere(base))
                .forEach(base -> output(List.of("docker", "pull", "--quiet", base), A_DOWNLOAD));
        progress.accept("Building the workshop's own");
        output(compose("build", "--quiet"), A_DOWNLOAD);
    }

    /** @throws UserError when an image is not on this machine */
    void save(Path tar) {
        List<String> names = names();
        List<String> missing = names.stream().filter(name -> !isHere(name)).toList();
        if (!missing.isEmpty()) {
            throw new UserError("These images are not on this machine: %s.%nNext, with a network: %s"
                    .formatted(String.join(", ", missing), Workshop.command("prepare")));
        }
        List<String> save = new ArrayList<>(List.of("docker", "save", "--output", tar.toString()));
        save.addAll(names);
        output(save, A_DOWNLOAD);
    }

    private static boolean isHere(String name) {
        return ExternalProgram.ask(A_MOMENT, List.of("docker", "image", "inspect", name))
                .filter(answer -> answer.exitCode() == 0)
                .isPresent();
    }

    private List<String> compose(String... args) {
        return Stream.concat(
                        Stream.of("docker", "compose", "--profile", "*", "--file", composeFile.toString()),
                        Stream.of(args))
                .toList();
    }

    private static String output(List<String> command, Duration limit) {
        Optional<Answer> answer = ExternalProgram.ask(limit, command);
        return answer.filter(run -> run.exitCode() == 0)
                .map(Answer::text)
                .orElseThrow(() -> new UserError("This did not work: %s%n%s%nNext: %s"
                        .formatted(
                                String.join(" ", command),
                                answer.map(Answer::text)
                                        .orElse("It did not end within " + limit.toMinutes() + " minutes."),
                                Workshop.command("doctor"))));
    }
}

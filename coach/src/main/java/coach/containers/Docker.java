package coach.containers;

import coach.workshop.CannotOpen;
import coach.workshop.OtherProgram;
import coach.workshop.OtherProgram.Answer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The {@code docker} command of this machine. */
final class Docker {

    private static final Duration TIME_TO_ANSWER = Duration.ofSeconds(60);

    private Docker() {}

    /**
     * Finds it.
     *
     * @throws CannotOpen when it is not installed, or its engine does not run
     */
    static Docker find() {
        Docker docker = new Docker();
        Answer answer = docker.answer(List.of("version", "--format", "{{.Server.Version}}"))
                .orElseThrow(() -> new CannotOpen(
                        "No program 'docker' answered on this machine.%nNext: install Docker, or type the same with --no-docker"
                                .formatted()));
        if (answer.exitCode() != 0) {
            throw new CannotOpen(
                    "Docker is installed, but its engine does not answer:%n  %s%nNext: start Docker Desktop or the docker service, or type the same with --no-docker"
                            .formatted(answer.text().strip()));
        }
        return docker;
    }

    /** How it is typed. */
    static List<String> command(List<String> words) {
        List<String> command = new ArrayList<>(List.of("docker"));
        command.addAll(words);
        return command;
    }

    /** What docker compose reads in that folder. */
    ComposeFile compose(Path folder) {
        String file = folder.resolve("docker-compose.yml").toString();
        return ComposeFile.parse(ask("compose", "--file", file, "config", "--format", "json"));
    }

    /** Whether it did that. */
    boolean does(String... words) {
        return does(List.of(words));
    }

    boolean does(List<String> words) {
        return answer(words).filter(answer -> answer.exitCode() == 0).isPresent();
    }

    /**
     * What it answers.
     *
     * @throws CannotOpen with its words when it fails
     */
    String ask(String... words) {
        return ask(List.of(words));
    }

    String ask(List<String> words) {
        Answer answer = answer(words).orElse(new Answer(-1, "no answer within " + TIME_TO_ANSWER.toSeconds() + " s"));
        if (answer.exitCode() != 0) {
            throw new CannotOpen("'docker %s' failed:%n  %s%nNext: mend that, or type the same with --no-docker"
                    .formatted(String.join(" ", words), answer.text().strip()));
        }
        return answer.text().strip();
    }

    private Optional<Answer> answer(List<String> words) {
        return OtherProgram.ask(TIME_TO_ANSWER, command(words));
    }
}

package coach.bar.containers;

import coach.bar.environment.ExternalProgram;
import coach.bar.environment.ExternalProgram.Answer;
import coach.bar.environment.UserError;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The {@code docker} command of this machine. */
final class DockerCli {

    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final Duration timeToAnswer;

    private DockerCli(Duration timeToAnswer) {
        this.timeToAnswer = timeToAnswer;
    }

    static DockerCli find() {
        return find(LONGEST);
    }

    /**
     * Finds it.
     *
     * @param timeToAnswer for what it is asked; what it is told to do takes its own time
     * @throws UserError when it is not installed, or its engine does not run
     */
    static DockerCli find(Duration timeToAnswer) {
        Answer answer = answer(timeToAnswer, List.of("version", "--format", "{{.Server.Version}}"))
                .orElseThrow(() -> new UserError(
                        "No program 'docker' answered on this machine.%nNext: install Docker, or type the same with --no-docker"
                                .formatted()));
        if (answer.exitCode() != 0) {
            throw new UserError(
                    "Docker is installed, but its engine does not answer:%n  %s%nNext: start Docker Desktop or the docker service, or type the same with --no-docker"
                            .formatted(answer.text().strip()));
        }
        return new DockerCli(timeToAnswer);
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
        return answer(LONGEST, words).filter(answer -> answer.exitCode() == 0).isPresent();
    }

    /**
     * What it answers.
     *
     * @throws UserError with its words when it fails
     */
    String ask(String... words) {
        return ask(List.of(words));
    }

    String ask(List<String> words) {
        Answer answer = answer(timeToAnswer, words)
                .orElse(new Answer(-1, "no answer within " + timeToAnswer.toSeconds() + " s"));
        if (answer.exitCode() != 0) {
            throw new UserError("'docker %s' failed:%n  %s%nNext: mend that, or type the same with --no-docker"
                    .formatted(String.join(" ", words), answer.text().strip()));
        }
        return answer.text().strip();
    }

    private static Optional<Answer> answer(Duration limit, List<String> words) {
        return ExternalProgram.ask(limit, command(words));
    }
}

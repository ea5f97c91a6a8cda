package coach.cli;

import coach.bar.environment.ByteSize;
import coach.bar.environment.ExternalProgram;
import coach.bar.environment.ExternalProgram.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks Docker and its compose plug-in, which only the bar in containers needs. */
final class DockerCheck {

    private static final Duration LIMIT = Duration.ofSeconds(6);
    private static final String SUBJECT = "Docker";
    private static final String NOT_NEEDED = "Nothing: only the bar in containers needs it.";
    /** The oldest version that the bar in containers was tried with. */
    private static final int WANTED_COMPOSE_MINOR = 26;

    static final String WANTED_COMPOSE = "2." + WANTED_COMPOSE_MINOR + " or newer";

    private static final Pattern VERSION = Pattern.compile("v?(\\d+)\\.(\\d+)\\S*");
    private static final long MEMORY_WANTED = 1_500_000_000L;

    private DockerCheck() {}

    static Diagnosis docker() {
        Optional<Answer> engine = ask("docker", "version", "--format", "{{.Server.Version}}");
        if (engine.isEmpty()) {
            return Diagnosis.note(SUBJECT, "there is none, or it does not answer", NOT_NEEDED);
        }
        if (engine.flatMap(Answer::output).isEmpty()) {
            return Diagnosis.note(
                    SUBJECT, "is there, but no engine answers", "Start it, should you want the bar in containers.");
        }
        String compose = ask("docker", "compose", "version", "--short")
                .flatMap(Answer::output)
                .orElse("");
        String memory = ask("docker", "info", "--format", "{{.MemTotal}}")
                .flatMap(Answer::output)
                .orElse("");
        return diagnosis(engine.get().text().strip(), compose, memory);
    }

    static Diagnosis diagnosis(String engine, String compose, String memory) {
        Matcher version = VERSION.matcher(compose);
        if (!version.matches()) {
            return Diagnosis.note(
                    SUBJECT,
                    "%s, without compose".formatted(engine),
                    "Install its compose plug-in, " + WANTED_COMPOSE + ".");
        }
        String seen = "%s, compose %s".formatted(engine, compose);
        int major = Integer.parseInt(version.group(1));
        if (major < 2 || major == 2 && Integer.parseInt(version.group(2)) < WANTED_COMPOSE_MINOR) {
            return Diagnosis.note(SUBJECT, seen, "Compose should be " + WANTED_COMPOSE + ".");
        }
        if (!memory.matches("[1-9]\\d*")) {
            return Diagnosis.ok(SUBJECT, seen);
        }
        long bytes = Long.parseLong(memory);
        String withMemory = "%s, %s of memory".formatted(seen, ByteSize.of(bytes));
        return bytes < MEMORY_WANTED
                ? Diagnosis.note(SUBJECT, withMemory, "Give it 1.5 GB or more, in its settings.")
                : Diagnosis.ok(SUBJECT, withMemory);
    }

    private static Optional<Answer> ask(String... command) {
        return ExternalProgram.ask(LIMIT, List.of(command));
    }
}

package coach.cli.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The clock, held against the files of the workshop, which cannot be newer than now.
 *
 * <p>So a clock that is behind shows. One that is ahead does not, without a network to ask.
 */
final class ClockCheck {

    private static final Duration NOT_WORTH_A_WORD = Duration.ofMinutes(2);

    private final Clock clock;

    ClockCheck(Clock clock) {
        this.clock = clock;
    }

    Diagnosis against(Path repository) {
        Instant now = clock.instant();
        Instant newest = Stream.of(
                        "", "pom.xml", "workshop", "coach/target/classes", ".workshop/built", ".workshop/logs")
                .map(repository::resolve)
                .map(ClockCheck::time)
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .orElse(now);
        if (newest.isAfter(now.plus(NOT_WORTH_A_WORD))) {
            return Diagnosis.note(
                    "clock",
                    "it says %s, and files here are from %s".formatted(shown(now), shown(newest)),
                    "Set it: else downloads fail over certificates, and traces have odd times.");
        }
        return Diagnosis.ok("clock", shown(now) + "; no file is newer (whether it is ahead only a network could tell)");
    }

    private static Instant time(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException e) {
            return null;
        }
    }

    private static String shown(Instant time) {
        return time.toString().replaceFirst("T(\\d\\d:\\d\\d).*", " $1 UTC");
    }
}

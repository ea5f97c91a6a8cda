package coach.bar.environment;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Translates the commands that open and close a bar into those of {@code docker compose}, for a bar in containers. */
final class ComposeCommands {

    private static final Pattern UP_AT = Pattern.compile("up .*--at (\\S+).*");

    private ComposeCommands() {}

    // "up" -> docker compose up; "up --at 07" -> STEP=07 docker compose up; none for a command that a container runs
    static Optional<String> command(String args) {
        Matcher at = UP_AT.matcher(args);
        if (at.matches()) {
            return Optional.of("STEP=" + at.group(1) + " docker compose up");
        }
        if (args.startsWith("up") && args.contains("--agent")) {
            return Optional.of("AGENT=on docker compose up");
        }
        return switch (args.split(" ")[0]) {
            case "up" -> Optional.of("docker compose up");
            case "down" -> Optional.of("docker compose down");
            case "restart" -> Optional.of("docker compose up --detach");
            default -> Optional.empty();
        };
    }
}

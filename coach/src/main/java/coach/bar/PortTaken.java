package coach.bar;

import java.util.Locale;
import java.util.stream.IntStream;

/** Says which port is taken, by whom where that can be known, and what to type instead. */
final class PortTaken {

    private static final int HUNDREDS_TO_TRY = 20;

    private PortTaken() {}

    /** @throws CannotOpen when the port is taken, or is none */
    static void check(int port, String part, String option) {
        if (port < 1 || port > 65_535) {
            throw new CannotOpen("%s is %d; a port is a number from 1 to 65535.%nNext: %s"
                    .formatted(option, port, Workshop.command("up")));
        }
        if (Ports.taken(port)) {
            throw new CannotOpen(String.join(
                    System.lineSeparator(),
                    "Port %d is taken by %s. It should be free for %s.".formatted(port, owner(port), part),
                    "Next: end that program, or " + Workshop.command("up --port " + freeFrom(port))));
        }
    }

    private static String owner(int port) {
        String owner = PortOwner.of(port)
                .map(found -> found.program() + " (process " + found.pid() + ")")
                .orElse("a program that this user may not look at");
        boolean mac = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac");
        return mac && port == 5000
                ? owner + "; on a Mac that is AirPlay Receiver, which System Settings can turn off"
                : owner;
    }

    /** The first port, some hundreds higher, that is free together with the one after it. */
    private static int freeFrom(int port) {
        return IntStream.rangeClosed(1, HUNDREDS_TO_TRY)
                .map(hundreds -> (port + hundreds * 100) % 60_000)
                .filter(candidate -> candidate > 1024 && !Ports.taken(candidate) && !Ports.taken(candidate + 1))
                .findFirst()
                .orElseGet(Ports::free);
    }
}

package coach.bar;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** Says which port is taken, by whom where that can be known, and what to type instead. */
final class PortTaken {

    private static final int HUNDREDS_TO_TRY = 20;
    /** The name, cut short, of the program on a Mac that receives AirPlay. */
    private static final String AIRPLAY = "ControlCe";

    private PortTaken() {}

    /** @throws CannotOpen when the port is taken, or is none */
    static void check(int port, String part, String option) {
        if (port < 1 || port > 65_535) {
            throw new CannotOpen("%s is %s; a port is a number from 1 to 65535.%nNext: %s"
                    .formatted(option, port, Workshop.command("up")));
        }
        Ports.trouble(port).ifPresent(trouble -> {
            throw new CannotOpen("Port %s %s. It should be free for %s.%nNext: end that program, or %s"
                    .formatted(port, seen(port, trouble), part, Workshop.command("up --port " + freeFrom(port))));
        });
    }

    private static String seen(int port, String trouble) {
        Optional<PortOwner> owner = PortOwner.of(port);
        if (owner.isPresent()) {
            return "is taken by %s (process %s)%s"
                    .formatted(
                            owner.get().program(),
                            owner.get().pid(),
                            airPlay(port, owner.get().program()));
        }
        return trouble + "; the system does not say by whom" + airPlay(port, AIRPLAY);
    }

    private static String airPlay(int port, String program) {
        boolean mac = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac");
        return mac && port == 5000 && program.startsWith(AIRPLAY)
                ? ": probably AirPlay Receiver, which System Settings turns off under General, AirDrop & Handoff"
                : "";
    }

    /** The first port, some hundreds higher, that is free together with the one after it. */
    private static int freeFrom(int port) {
        return IntStream.rangeClosed(1, HUNDREDS_TO_TRY)
                .map(hundreds -> (port + hundreds * 100) % 60_000)
                .filter(candidate -> candidate > 1024
                        && Ports.trouble(candidate).isEmpty()
                        && Ports.trouble(candidate + 1).isEmpty())
                .findFirst()
                .orElseGet(Ports::free);
    }
}

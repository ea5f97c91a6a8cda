package coach.cli.up;

import coach.bar.environment.Ports;
import coach.bar.environment.UserError;
import coach.bar.environment.Workshop;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** Says which ports are taken, by whom where that can be known, and what to type instead. */
final class PortConflict {

    private static final int HUNDREDS_TO_TRY = 20;
    /** The name, cut short, of the program on a Mac that receives AirPlay. */
    private static final String AIRPLAY = "ControlCe";

    private PortConflict() {}

    /**
     * A port that the bar is to have.
     *
     * @param part who listens there
     * @param option the option that moves it
     */
    record Wanted(int port, String part, String option) {

        private Optional<String> trouble() {
            return Ports.error(port)
                    .map(trouble -> "Port %s %s. It should be free for %s.".formatted(port, seen(port, trouble), part));
        }
    }

    /**
     * Looks at all of them, so that nobody has to try once for each.
     *
     * @param typed the words of the command, such as {@code up --agent}
     * @throws UserError when one is taken, or is none
     */
    static void check(List<Wanted> ports, List<String> typed) {
        ports.stream()
                .filter(wanted -> wanted.port() < 1 || wanted.port() > 65_535)
                .forEach(wanted -> {
                    throw new UserError("%s is %s; a port is a number from 1 to 65535.%nNext: %s"
                            .formatted(wanted.option(), wanted.port(), Workshop.command("up")));
                });
        List<String> seen = new ArrayList<>();
        List<String> words = new ArrayList<>(typed);
        for (Wanted wanted : ports) {
            wanted.trouble().ifPresent(trouble -> {
                seen.add(trouble);
                replace(words, wanted.option(), Integer.toString(freeFrom(wanted.port())));
            });
        }
        if (!seen.isEmpty()) {
            throw new UserError("%s%nNext: end %s, or %s"
                    .formatted(
                            String.join("%n".formatted(), seen),
                            seen.size() == 1 ? "that program" : "who holds them",
                            Workshop.command(String.join(" ", words))));
        }
    }

    // up --port 5000 --quiet, and up --port=5000 --quiet, -> up --quiet --port 5100
    private static void replace(List<String> words, String option, String value) {
        int at = words.indexOf(option);
        if (at >= 0) {
            words.subList(at, Math.min(words.size(), at + 2)).clear();
        }
        words.removeIf(word -> word.startsWith(option + "="));
        words.addAll(List.of(option, value));
    }

    static String seen(int port, String trouble) {
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
    static int freeFrom(int port) {
        return IntStream.rangeClosed(1, HUNDREDS_TO_TRY)
                .map(hundreds -> (port + hundreds * 100) % 60_000)
                .filter(candidate -> candidate > 1024
                        && Ports.error(candidate).isEmpty()
                        && Ports.error(candidate + 1).isEmpty())
                .findFirst()
                .orElseGet(Ports::free);
    }
}

package coach.cli;

import coach.bar.OpenBar;
import coach.bar.environment.Ports;
import coach.bar.environment.UserError;
import coach.bar.environment.Workshop;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import oshi.SystemInfo;
import oshi.software.os.InternetProtocolStats.IPConnection;
import oshi.software.os.InternetProtocolStats.TcpState;
import oshi.software.os.OSProcess;
import oshi.software.os.OperatingSystem;

/**
 * A port that a bar needs.
 *
 * @param part the part of the bar that listens there
 * @param option the option of {@code up} that moves it
 */
public record BarPort(int number, String part, String option) {

    private static final int HUNDREDS_TO_TRY = 20;
    /** The name, cut short, of the program on a Mac that receives AirPlay. */
    private static final String AIRPLAY = "ControlCe";

    /** The ports that {@code up} takes when it is told no others. */
    public static List<BarPort> defaults() {
        return all(OpenBar.APP_PORT, OpenBar.APP_PORT + 1, OpenBar.PAGE_PORT, OpenBar.OTLP_PORT);
    }

    public static List<BarPort> all(int app, int scores, int page, int otlp) {
        return List.of(
                new BarPort(app, "beer-donut-app", "--port"),
                new BarPort(scores, "score-service", "--score-port"),
                new BarPort(page, "the page with the traces", "--page-port"),
                new BarPort(otlp, "the traces that arrive", "--otlp-port"));
    }

    /**
     * Looks at all ports at once, so that a learner who has several conflicts types one new command.
     *
     * @param typed the command with its options, such as {@code up --agent}
     * @throws UserError when a port is taken, or is no port
     */
    public static void requireFree(List<BarPort> ports, List<String> typed) {
        ports.forEach(BarPort::requireInRange);
        List<String> seen = new ArrayList<>();
        List<String> args = new ArrayList<>(typed);
        for (BarPort port : ports) {
            port.conflict().ifPresent(conflict -> {
                seen.add("Port %s %s. It should be free for %s.".formatted(port.number, conflict, port.part));
                replace(args, port.option, Integer.toString(freeFrom(port.number)));
            });
        }
        if (seen.isEmpty()) {
            return;
        }
        throw new UserError("%s%nNext: end %s, or %s"
                .formatted(
                        String.join("%n".formatted(), seen),
                        seen.size() == 1 ? "that program" : "the programs that hold them",
                        Workshop.command(String.join(" ", args))));
    }

    private void requireInRange() {
        if (number < 1 || number > 65_535) {
            throw new UserError("%s is %s; a port is a number from 1 to 65535.%nNext: %s"
                    .formatted(option, number, Workshop.command("up")));
        }
    }

    // up --port 5000 --quiet, and up --port=5000 --quiet, -> up --quiet --port 5100
    private static void replace(List<String> args, String option, String value) {
        int at = args.indexOf(option);
        if (at >= 0) {
            args.subList(at, Math.min(args.size(), at + 2)).clear();
        }
        args.removeIf(arg -> arg.startsWith(option + "="));
        args.addAll(List.of(option, value));
    }

    /** @return why the port cannot be had, such as «is taken by java (process 17)»; nothing when it is free */
    public Optional<String> conflict() {
        return Ports.error(number)
                .map(error -> owner().map(this::takenBy)
                        .orElseGet(() -> error + "; the system does not say by whom" + airPlay(AIRPLAY)));
    }

    private String takenBy(OSProcess owner) {
        return "is taken by %s (process %s)%s"
                .formatted(owner.getName(), owner.getProcessID(), airPlay(owner.getName()));
    }

    private String airPlay(String program) {
        boolean mac = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac");
        return mac && number == 5000 && program.startsWith(AIRPLAY)
                ? ": probably AirPlay Receiver, which System Settings turns off under General, AirDrop & Handoff"
                : "";
    }

    /** The process that listens here; the system tells of other users' processes only to an administrator. */
    private Optional<OSProcess> owner() {
        OperatingSystem system = new SystemInfo().getOperatingSystem();
        return system.getInternetProtocolStats().getConnections().stream()
                .filter(connection -> connection.getLocalPort() == number)
                .filter(connection -> connection.getState() == TcpState.LISTEN)
                .map(IPConnection::getowningProcessId)
                .filter(pid -> pid > 0)
                .findFirst()
                .map(system::getProcess);
    }

    /** The command that opens the bar with a free port instead. */
    public String alternative() {
        return Workshop.command("up " + option + " " + freeFrom(number));
    }

    /** The first port, some hundreds higher, that is free together with the one after it. */
    private static int freeFrom(int port) {
        return IntStream.rangeClosed(1, HUNDREDS_TO_TRY)
                .map(hundreds -> (port + hundreds * 100) % 60_000)
                .filter(candidate -> candidate > 1024
                        && Ports.error(candidate).isEmpty()
                        && Ports.error(candidate + 1).isEmpty())
                .findFirst()
                .orElseGet(Ports::free);
    }
}

package coach.cli;

import coach.bar.BarFile;
import coach.bar.OpenBar;
import coach.bar.environment.Workshop;
import java.util.List;
import java.util.stream.Stream;

/** Checks that the default ports of {@code up} are free. */
final class PortsCheck {

    private PortsCheck() {}

    static List<Diagnosis> all() {
        List<OpenBar> open = openBars();
        return BarPort.defaults().stream().map(port -> diagnosis(port, open)).toList();
    }

    private static List<OpenBar> openBars() {
        Stream<OpenBar> here = BarFile.all(Workshop.bars()).stream()
                .filter(BarFile::isOpen)
                .map(bar -> new OpenBar(bar.app(), bar.page(), bar.otlp()));
        return Stream.concat(here, OpenBar.inContainers().stream()).toList();
    }

    private static Diagnosis diagnosis(BarPort port, List<OpenBar> open) {
        String subject = "port " + port.number();
        if (open.stream().anyMatch(bar -> holds(bar, port.number()))) {
            return Diagnosis.ok(subject, "held by the bar that is open");
        }
        return port.conflict()
                .map(conflict -> Diagnosis.trouble(
                        subject, conflict, "End that program, or use another port: " + port.alternative()))
                .orElseGet(() -> Diagnosis.ok(subject, "free, for " + port.part()));
    }

    /** The score service listens beside the app. */
    private static boolean holds(OpenBar bar, int port) {
        return bar.app().getPort() + 1 == port
                || Stream.of(bar.app(), bar.page(), bar.otlp()).anyMatch(url -> url.getPort() == port);
    }
}

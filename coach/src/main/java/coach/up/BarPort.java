package coach.up;

import coach.bar.Ports;
import coach.workshop.BarFile;
import coach.workshop.OpenBar;
import coach.workshop.Workshop;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A port that a bar takes when it is not told another, and whether it can have it. */
public record BarPort(int number, String part, String option) {

    public static List<BarPort> all() {
        return new PlanOptions()
                .ports().stream()
                        .map(wanted -> new BarPort(wanted.port(), wanted.part(), wanted.option()))
                        .toList();
    }

    /** Whether a bar that is open here has it, be it in containers. */
    public boolean isOurs() {
        Stream<URI> here = BarFile.all(Workshop.bars()).stream()
                .filter(BarFile::isOpen)
                .flatMap(bar -> Stream.of(bar.app(), bar.page(), bar.otlp()));
        Stream<URI> inContainers =
                OpenBar.inContainers().stream().flatMap(bar -> Stream.of(bar.app(), bar.page(), bar.otlp()));
        return Stream.concat(here, inContainers)
                .map(URI::getPort)
                // The score service stands beside the app.
                .anyMatch(port -> port == number || port + 1 == number && option.equals("--score-port"));
    }

    /** Why it cannot be had, if so. */
    public Optional<String> trouble() {
        return Ports.trouble(number).map(trouble -> PortTaken.seen(number, trouble));
    }

    /** What to type to have another. */
    public String movedBy() {
        return Workshop.command("up " + option + " " + PortTaken.freeFrom(number));
    }
}

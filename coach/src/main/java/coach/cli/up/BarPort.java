package coach.cli.up;

import coach.bar.BarFile;
import coach.bar.OpenBar;
import coach.bar.environment.Ports;
import coach.bar.environment.Workshop;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A port that a bar takes when it is not told another, and whether it can have it.
 *
 * @param isOurs whether a bar that is open here has it, be it in containers
 */
public record BarPort(int number, String part, String option, boolean isOurs) {

    public static List<BarPort> all() {
        List<OpenBar> open = open();
        return new BarPlanOptions()
                .ports().stream().map(wanted -> of(wanted, open)).toList();
    }

    private static List<OpenBar> open() {
        Stream<OpenBar> here = BarFile.all(Workshop.bars()).stream()
                .filter(BarFile::isOpen)
                .map(bar -> new OpenBar(bar.app(), bar.page(), bar.otlp()));
        return Stream.concat(here, OpenBar.inContainers().stream()).toList();
    }

    private static BarPort of(PortConflict.Wanted wanted, List<OpenBar> open) {
        boolean isOurs = open.stream().anyMatch(bar -> holds(bar, wanted));
        return new BarPort(wanted.port(), wanted.part(), wanted.option(), isOurs);
    }

    /** The score service stands beside the app. */
    private static boolean holds(OpenBar bar, PortConflict.Wanted wanted) {
        boolean besideTheApp =
                wanted.option().equals("--score-port") && bar.app().getPort() + 1 == wanted.port();
        return besideTheApp
                || Stream.of(bar.app(), bar.page(), bar.otlp()).anyMatch(url -> url.getPort() == wanted.port());
    }

    /** Why it cannot be had, if so. */
    public Optional<String> trouble() {
        return Ports.error(number).map(trouble -> PortConflict.seen(number, trouble));
    }

    /** What to type to have another. */
    public String movedBy() {
        return Workshop.command("up " + option + " " + PortConflict.freeFrom(number));
    }
}

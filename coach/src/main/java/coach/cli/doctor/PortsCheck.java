package coach.cli.doctor;

import coach.cli.up.BarPort;
import java.util.List;

/** The ports that {@code up} takes when it is not told others. */
final class PortsCheck {

    private PortsCheck() {}

    static List<Diagnosis> all() {
        return BarPort.all().stream().map(PortsCheck::judged).toList();
    }

    private static Diagnosis judged(BarPort port) {
        String subject = "port " + port.number();
        if (port.isOurs()) {
            return Diagnosis.ok(subject, "held by the bar that is open");
        }
        return port.trouble()
                .map(trouble ->
                        Diagnosis.trouble(subject, trouble, "End that program, or use another port: " + port.movedBy()))
                .orElseGet(() -> Diagnosis.ok(subject, "free, for " + port.part()));
    }
}

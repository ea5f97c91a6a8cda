package coach.doctor;

import coach.up.BarPort;
import java.util.List;

/** The ports that {@code up} takes when it is not told others. */
final class PortsExamined {

    private PortsExamined() {}

    static List<Finding> all() {
        return BarPort.all().stream().map(PortsExamined::judged).toList();
    }

    private static Finding judged(BarPort port) {
        String subject = "port " + port.number();
        if (port.isOurs()) {
            return Finding.ok(subject, "held by the bar that is open");
        }
        return port.trouble()
                .map(trouble ->
                        Finding.trouble(subject, trouble, "End that program, or use another port: " + port.movedBy()))
                .orElseGet(() -> Finding.ok(subject, "free, for " + port.part()));
    }
}

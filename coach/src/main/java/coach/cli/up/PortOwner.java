package coach.cli.up;

import java.util.Optional;
import oshi.SystemInfo;
import oshi.software.os.InternetProtocolStats.IPConnection;
import oshi.software.os.InternetProtocolStats.TcpState;
import oshi.software.os.OperatingSystem;

/** Who listens on a port, where the system tells: it tells of our own processes, and of others' only to an administrator. */
record PortOwner(long pid, String program) {

    static Optional<PortOwner> of(int port) {
        OperatingSystem system = new SystemInfo().getOperatingSystem();
        return system.getInternetProtocolStats().getConnections().stream()
                .filter(connection -> connection.getLocalPort() == port)
                .filter(connection -> connection.getState() == TcpState.LISTEN)
                .map(IPConnection::getowningProcessId)
                .filter(pid -> pid > 0)
                .findFirst()
                .map(pid -> new PortOwner(pid, program(system, pid)));
    }

    private static String program(OperatingSystem system, int pid) {
        return Optional.ofNullable(system.getProcess(pid))
                .map(process -> process.getName())
                .orElse("a program that hides its name");
    }
}

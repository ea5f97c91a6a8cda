package coach.bar;

import coach.bar.environment.UserError;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A route of connections through the coach, from its port to a backend in another container.
 *
 * @param port the port at which the coach listens
 * @param backend the address behind the route; its name is looked up for each connection
 * @param roundTrip the time added to each reply
 */
record RelayRoute(int port, InetSocketAddress backend, Duration roundTrip) {

    private static final Pattern FORM =
            Pattern.compile("(\\d{1,5})=([A-Za-z0-9._-]+):(\\d{1,5})(?:,(\\d+(?:\\.\\d+)?))?");
    private static final int LAST_PORT = 65_535;

    /**
     * Reads a route such as {@code 9092=database:9092,1}: it listens at 9092, goes to port 9092 of the host {@code
     * database}, and delays each reply by 1 ms. Without the comma it adds no delay.
     *
     * @throws UserError when the text has another form
     */
    static RelayRoute of(String text) {
        Matcher line = FORM.matcher(text);
        if (!line.matches() || number(line, 1) > LAST_PORT || number(line, 3) > LAST_PORT) {
            throw new UserError(
                    "'%s' is no line. It should look like 9092=database:9092,1 (port=host:port,milliseconds)."
                            .formatted(text));
        }
        double millis = line.group(4) == null ? 0 : Double.parseDouble(line.group(4));
        return new RelayRoute(
                number(line, 1),
                InetSocketAddress.createUnresolved(line.group(2), number(line, 3)),
                Duration.ofNanos(Math.round(millis * 1_000_000)));
    }

    private static int number(Matcher line, int group) {
        return Integer.parseInt(line.group(group));
    }

    /** Such as {@code database:9092}. */
    String target() {
        return backend.getHostString() + ":" + backend.getPort();
    }
}

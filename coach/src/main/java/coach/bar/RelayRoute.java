package coach.bar;

import coach.bar.environment.UserError;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A connection that goes through the coach, because what is at its ends runs elsewhere.
 *
 * @param port where the coach listens
 * @param backend a name, looked up for each connection
 * @param roundTrip what is added to each reply
 */
public record RelayRoute(int port, InetSocketAddress backend, Duration roundTrip) {

    private static final Pattern FORM =
            Pattern.compile("(\\d{1,5})=([A-Za-z0-9._-]+):(\\d{1,5})(?:,(\\d+(?:\\.\\d+)?))?");
    private static final int LAST_PORT = 65_535;

    /**
     * @param text {@code 9092=database:9092,1}: listens at 9092, goes to that port of the host {@code database}, and every reply
     *     comes 1 ms later; without a comma it comes at once
     * @throws UserError when it is not like that
     */
    public static RelayRoute of(String text) {
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

package coach.bar;

import java.net.URI;
import java.time.Duration;

/** Asks a service whether it is ready to serve. */
final class HealthCheck {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private HealthCheck() {}

    static boolean of(URI service) {
        return HttpGet.body(service.resolve("/health"), TIMEOUT).isPresent();
    }

    /** Whether it answers at all, be it with what it cannot do just now. */
    static boolean answers(URI service) {
        return HttpGet.answer(service.resolve("/health"), TIMEOUT).isPresent();
    }
}

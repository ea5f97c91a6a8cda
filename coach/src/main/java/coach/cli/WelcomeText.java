package coach.cli;

import coach.bar.Bar;
import coach.bar.BarPlan;
import coach.bar.environment.Workshop;
import coach.bar.wire.RoundTrip;
import java.time.Duration;
import java.util.Locale;

/** The text of {@code up} once the bar is open: the parts with their addresses, and what to type next. */
record WelcomeText(Bar bar, BarPlan plan, Duration took) {

    String text() {
        String app = bar.appUrl().toString();
        return String.join(
                System.lineSeparator(),
                "",
                "The bar is open, after " + seconds(took) + ".",
                "",
                "  beer-donut-app  " + app,
                "  score-service   " + bar.scoreUrl(),
                "  database        H2, " + away(plan.distance().database()),
                "  redis           Redis " + bar.redis().version() + ", "
                        + away(plan.distance().redis()),
                "  traces          " + bar.pageUrl() + traces(),
                "  their output    " + plan.repository().relativize(plan.logs()),
                "",
                "Ask it something, and watch how long each answer takes:",
                "  " + Workshop.curl(app + "/beer/ipa"),
                "  " + Workshop.curl(app + "/donut/maple-bacon"),
                "  " + Workshop.curl(app + "/pair/beer?name=ipa"),
                "",
                "Ctrl-C closes the bar. Next, in another terminal: "
                        + Workshop.command(traced() ? "curl \"pair/beer?name=ipa\"" : "measure"));
    }

    private String traces() {
        if (plan.appOptions().ownTracer()) {
            return ", from your own tracer";
        }
        return traced() ? "" : ", once there are any: " + Workshop.command("up --agent");
    }

    private boolean traced() {
        return plan.traced();
    }

    private static String away(Duration asked) {
        if (asked.isZero()) {
            return "no wire's delay before it";
        }
        return "%s away (%s measured)".formatted(millis(asked), millis(RoundTrip.measure(asked)));
    }

    // 1.25 ms, and 1 ms where that is all
    private static String millis(Duration time) {
        String text = String.format(Locale.ROOT, "%.2f", time.toNanos() / 1e6);
        return text.replaceAll("\\.?0+$", "") + " ms";
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1e3);
    }
}

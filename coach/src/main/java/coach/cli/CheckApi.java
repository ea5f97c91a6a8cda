package coach.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import coach.bar.environment.UserError;
import coach.course.Course;
import coach.course.Step;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import traces.zipkin.WebRoutes;

/** The HTTP endpoint that {@code ./workshop check} asks to run a check: see {@link RemoteCheck}. */
final class CheckApi implements WebRoutes {

    static final String PATH = "/api/check";
    static final int COULD_NOT_RUN = 2;

    private final Course course;
    private final ReadyForNext ready;
    private final Consumer<String> console;
    private final String build = BuildStamp.now();
    private final Lock oneAtATime = new ReentrantLock();

    /** @param console hears of each check that has run */
    CheckApi(Course course, ReadyForNext ready, Consumer<String> console) {
        this.course = course;
        this.ready = ready;
        this.console = console;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.post(PATH, this::check);
    }

    private void check(Context ctx) throws IOException {
        if (!build.equals(ctx.header(RestartApi.HEADER))) {
            ctx.status(412).result("This bar runs another build.");
        } else if (!oneAtATime.tryLock()) {
            ctx.status(409).result("Another check runs.");
        } else {
            try {
                PrintWriter out = new PrintWriter(
                        new OutputStreamWriter(
                                ctx.contentType("text/plain; charset=utf-8").outputStream(), UTF_8),
                        true);
                CheckRequest request = CheckRequest.of(ctx);
                out.println(RemoteCheck.END + run(request, out));
                console.accept(
                        "A check of step %s has run with this bar's JVMs.".formatted(Step.twoDigits(request.step())));
            } finally {
                oneAtATime.unlock();
            }
        }
    }

    private int run(CheckRequest request, PrintWriter out) {
        try {
            return ready.check((factory, bars) -> new CheckRun(course, request, out).with(factory, bars));
        } catch (UserError e) {
            out.println(e.getMessage());
            return COULD_NOT_RUN;
        } catch (RuntimeException e) {
            out.println("The workshop's own tool failed; this is a fault in it:");
            e.printStackTrace(out);
            return COULD_NOT_RUN;
        }
    }
}

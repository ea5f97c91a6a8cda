package coach.cli;

import coach.bar.OpenBar;
import coach.bar.environment.UserError;
import coach.bar.environment.Workshop;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Asks the open bar to compile its code again and to restart both services. */
@Command(name = "restart", description = "Compiles what you have, and restarts both services of the open bar.")
final class RestartCommand implements Callable<Integer> {

    @Mixin
    private BarOptions bar;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        URI page = bar.open().page();
        HttpRequest request = HttpRequest.newBuilder(page.resolve(RestartApi.PATH))
                .header(RestartApi.HEADER, "restart")
                .timeout(Duration.ofMinutes(3))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        try {
            HttpResponse<String> answer = BarClient.open().send(request, HttpResponse.BodyHandlers.ofString());
            spec.commandLine().getOut().println(answer.body());
            return answer.body().startsWith("Restarted") ? 0 : 1;
        } catch (IOException e) {
            throw new UserError(
                    "The bar's page at %s does not answer.%nNext: %s"
                            .formatted(OpenBar.forPeople(page), Workshop.command("up")),
                    e);
        }
    }
}

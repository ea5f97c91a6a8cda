package coach.cli;

import coach.bar.BarFile;
import coach.bar.OpenBar;
import coach.bar.compiler.CompiledServices;
import coach.bar.environment.UserError;
import coach.bar.environment.Workshop;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the environment variables that a service needs when its owner starts it beside the open bar, as from an IDE. */
@Command(
        name = "env",
        description =
                "Prints what a service needs to know that you start yourself, as from an IDE: ports, addresses, passwords.")
final class EnvCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "SERVICE",
            arity = "0..1",
            defaultValue = CompiledServices.APP,
            description = "beer-donut-app or score-service (default: ${DEFAULT-VALUE}).")
    private String service;

    @Option(names = "--shell", description = "As commands for sh, bash or zsh.")
    private boolean shell;

    @Option(names = "--powershell", description = "As commands for PowerShell.")
    private boolean powershell;

    @Mixin
    private BarOptions bar;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (!List.of(CompiledServices.APP, CompiledServices.SCORES).contains(service)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "There is no service '%s'; there are %s and %s."
                            .formatted(service, CompiledServices.APP, CompiledServices.SCORES));
        }
        Path kept = opened(bar.open().app()).settings(service);
        lines(kept).forEach(line -> spec.commandLine().getOut().println(written(line)));
        // Beside the variables, which another program may read.
        spec.commandLine()
                .getErr()
                .println(
                        "They change each time the bar opens; a program that reads files of them finds them in %s%nNext: see %s"
                                .formatted(Workshop.userPath(kept), "steps/ide.md"));
        return 0;
    }

    // "PORT=5100" -> export PORT='5100'; no value has a quote in it
    private String written(String line) {
        String[] variable = line.split("=", 2);
        if (shell) {
            return "export %s='%s'".formatted(variable[0], variable[1]);
        }
        return powershell ? "$env:%s = '%s'".formatted(variable[0], variable[1]) : line;
    }

    private static BarFile opened(URI app) {
        return BarFile.all(Workshop.bars()).stream()
                .filter(BarFile::isOpen)
                .filter(open -> open.app().equals(app))
                .findFirst()
                .orElseThrow(() -> new UserError(
                        "The bar at %s runs in containers, and its backends cannot be reached from outside them.%nNext: docker compose down, then %s"
                                .formatted(OpenBar.forPeople(app), Workshop.command("up"))));
    }

    private static List<String> lines(Path kept) {
        try {
            return Files.readAllLines(kept);
        } catch (IOException e) {
            throw new UserError(
                    "The bar is still opening, or has just closed: there is no %s.%nNext: type it again"
                            .formatted(kept),
                    e);
        }
    }
}

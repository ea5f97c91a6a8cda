package coach.cli;

import coach.bar.UnusedInstrumentations;
import coach.bar.compiler.CompilationError;
import coach.bar.compiler.CompiledServices;
import coach.bar.compiler.FileContent;
import coach.bar.environment.UserError;
import coach.bar.environment.Workshop;
import coach.course.Course;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Compiles the code of a bar into a folder, from which an image is built.
 *
 * <pre>
 *   label                          shipped, state-07 or workspace
 *   beer-donut-app/classes/…       with the resources
 *   beer-donut-app/otel.properties where it has one
 *   beer-donut-app/traced          where the javaagent is to run
 *   beer-donut-app/agent.env       variables for the javaagent, for a shell to read
 *   score-service/…                the same
 * </pre>
 */
@Command(
        name = "compile",
        hidden = true,
        description = "Compiles what the bar would run, into a folder; the Dockerfile asks for it.")
final class CompileCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FOLDER", description = "Where the classes go.")
    private Path folder;

    @Option(names = "--at", paramLabel = "NN", description = "A state of the course (default: what there is).")
    private String at;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        String state = at == null || at.isBlank() ? null : at;
        CodeChoice chosen = CodeChoice.of(Course.in(Workshop.repository()), state);
        try {
            CompiledServices code = chosen.code();
            for (String module : CompiledServices.MODULES) {
                lay(code, module);
            }
            FileContent.write(folder.resolve("label"), code.label().getBytes(StandardCharsets.UTF_8));
            spec.commandLine().getOut().println("Compiled " + chosen.sentence() + ".");
            return 0;
        } catch (CompilationError e) {
            spec.commandLine().getErr().println(e.getMessage());
            spec.commandLine()
                    .getErr()
                    .println("Your code does not compile yet: see above. What ran before stays.%nNext: fix it and save,"
                            + " or docker compose up".formatted());
            return 1;
        } catch (IOException e) {
            throw new UserError("Could not write into %s: %s".formatted(folder, e), e);
        }
    }

    private void lay(CompiledServices code, String module) throws IOException {
        Path home = folder.resolve(module);
        Path classes = code.module(module).classes();
        try (Stream<Path> files = Files.walk(classes)) {
            List<Path> all = files.filter(Files::isRegularFile).toList();
            for (Path file : all) {
                FileContent.write(
                        home.resolve("classes").resolve(classes.relativize(file).toString()), Files.readAllBytes(file));
            }
        }
        if (code.module(module).otel().isPresent()) {
            FileContent.write(
                    home.resolve("otel.properties"),
                    Files.readAllBytes(code.module(module).otel().get()));
        }
        if (code.traced()) {
            FileContent.write(home.resolve("traced"), new byte[0]);
        }
        String variables = UnusedInstrumentations.switchedOff(code.module(module)).entrySet().stream()
                .map(variable -> variable + "\n")
                .sorted()
                .collect(Collectors.joining());
        FileContent.write(home.resolve("agent.env"), variables.getBytes(StandardCharsets.UTF_8));
    }
}

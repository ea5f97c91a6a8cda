package coach.cli.offline;

import coach.bar.environment.ByteSize;
import coach.bar.environment.Folders;
import coach.bar.environment.Workshop;
import coach.cli.offline.MavenRunner.Run;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Fetches what a class without a network needs, and proves that nothing is missing. */
@Command(
        name = "prepare",
        description = "Fetches all that the course will need, and proves that it then needs no network.")
public final class PrepareCommand implements Callable<Integer> {

    @Option(names = "--no-images", description = "Leaves container images alone, even where there is Docker.")
    private boolean withoutImages;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Consumer<String> progress = line -> out.println("  " + line);
        Path repository = Workshop.repository();
        MavenRunner maven = new MavenRunner(repository, Workshop.logs().resolve("prepare.log"));
        Path clone = Workshop.state().resolve("rehearsal");
        out.println("Is all here? Rehearsing with Maven offline, in a clone of its own; about a minute.");
        OfflineBuild build = OfflineBuild.in(clone, repository, maven, progress);
        try {
            if (build.run(Preparedness.options(repository, "--offline")).isFine()) {
                out.println("It is: Maven has built and packaged everything without a network.");
            } else {
                fetch(build, repository, out);
            }
        } finally {
            Folders.delete(clone);
        }
        Preparedness.note(repository);
        if (!withoutImages) {
            fetchImages(new ContainerImages(repository), out, progress);
        }
        out.println("The class may go offline. For those who have nothing yet: " + Workshop.command("pack"));
        out.println("Next: " + Workshop.command("start"));
        return 0;
    }

    private static void fetch(OfflineBuild build, Path repository, PrintWriter out) {
        out.println("Something is missing: once more, with the network.");
        Run fetched = build.run(Preparedness.options(repository));
        fetched.requireFine("Maven could not fetch or build everything.");
        out.println("Fetched %s files, %s. The proof, offline again:"
                .formatted(fetched.files(), ByteSize.of(fetched.bytes())));
        build.runAgain(Preparedness.options(repository, "--offline"))
                .requireFine("Even so, something is missing without a network.");
        out.println("Maven has built and packaged everything without a network.");
    }

    private static void fetchImages(ContainerImages images, PrintWriter out, Consumer<String> progress) {
        if (!images.canBeHad()) {
            out.println("No container images: they need Docker, and the course does not need them.");
            return;
        }
        // Said first, so that a missing image does not look like a missing part of the course.
        out.println("All that the course needs is here. Now the images, for the bar in containers:");
        images.fetch(progress);
        out.println("The container images are here: " + String.join(", ", images.names()));
    }
}

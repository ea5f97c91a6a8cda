package coach.cli.offline;

import coach.bar.environment.ByteSize;
import coach.bar.environment.Folders;
import coach.bar.environment.UserError;
import coach.bar.environment.Workshop;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes one file with all that a class needs without a network. */
@Command(name = "pack", description = "Makes one file of all that a class needs without a network.")
public final class PackCommand implements Callable<Integer> {

    private static final long AT_MOST_BYTES = 250_000_000;
    private static final long MAVEN_AT_MOST_BYTES = 15_000_000;

    @Option(names = "--images", description = "With the container images.")
    private boolean withImages;

    @Option(names = "--no-maven", description = "Without Maven itself.")
    private boolean withoutMaven;

    @Option(names = "--into", paramLabel = "FILE", description = "The file to make (default: ${DEFAULT-VALUE}).")
    private Path into = Workshop.repository().resolve("beer-donut-workshop.zip");

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Path work = Workshop.state().resolve("packing");
        Folders.delete(work);
        try {
            Files.createDirectories(work);
            return pack(work, into.toAbsolutePath().normalize());
        } catch (IOException e) {
            throw new UserError(
                    "The pack could not be made: %s%nIs there room, and may you write to %s?%nNext: %s"
                            .formatted(e, into, Workshop.command("doctor")),
                    e);
        } finally {
            Folders.delete(work);
        }
    }

    private int pack(Path work, Path file) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Path repository = Workshop.repository();
        PackContents contents = new PackContents(work.resolve("own"));
        contents.addTracked(repository);
        build(repository, work, contents);
        if (!withoutMaven) {
            addMaven(repository, contents);
        }
        if (withImages) {
            out.println("Saving the container images.");
            contents.addImages(images(repository, work));
        }
        out.println("Writing " + contents.files().size() + " files.");
        PackWriter pack = new PackWriter(file);
        String sum = pack.write(contents.files());
        return tell(file, sum, pack);
    }

    /** Builds a copy into an empty Maven repository, so that the pack holds all that is needed, and nothing else. */
    private void build(Path repository, Path work, PackContents contents) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Consumer<String> progress = line -> out.println("  " + line);
        MavenRunner maven = new MavenRunner(repository, Workshop.logs().resolve("pack.log"));
        IsolatedMavenRepository libraries =
                new IsolatedMavenRepository(work.resolve("repository"), Preparedness.libraries(repository));
        out.println("Building a clone of its own, with libraries from this machine alone; about a minute.");
        OfflineBuild build = OfflineBuild.in(work.resolve("clone"), repository, maven, progress);
        build.run(libraries.options()).requireFine("Something is missing on this machine.");
        libraries.strip();
        out.println("The same again from the pack's libraries alone, with Maven offline.");
        build.runAgain(libraries.optionsOffline()).requireFine("What was gathered is not enough without a network.");
        contents.addBuilt(build.folder(), libraries.folder());
        contents.addUnpack(build.folder());
        contents.addLibraries(libraries.folder());
    }

    private void addMaven(Path repository, PackContents contents) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Optional<Path> home =
                MavenRunner.version(repository).flatMap(MavenRunner::home).filter(Files::isDirectory);
        if (home.isEmpty() || Folders.size(home.get()) > MAVEN_AT_MOST_BYTES) {
            out.println("Without Maven itself: "
                    + home.map(path -> path + " is too big").orElse("it does not say where it is")
                    + ". The course does not need it.");
            return;
        }
        contents.addMaven(home.get());
        if (!Files.exists(home.get().resolve("bin/mvn.cmd"))) {
            out.println("The Maven of this machine, at " + home.get()
                    + ", has no mvn.cmd: on Windows it will not run. Maven's own download would.");
        }
    }

    private static Path images(Path repository, Path work) {
        ContainerImages images = new ContainerImages(repository);
        if (!images.canBeHad()) {
            throw new UserError(
                    "No images can be saved: there should be a Docker that answers, and docker-compose.yml.%nNext: %s"
                            .formatted(Workshop.command("doctor")));
        }
        Path tar = work.resolve("images.tar");
        images.save(tar);
        return tar;
    }

    private int tell(Path file, String sum, PackWriter pack) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        long bytes = Files.size(file);
        out.println("%s%n%s, SHA-256 %s (in %s too)"
                .formatted(file, ByteSize.of(bytes), sum, pack.sumFile().getFileName()));
        if (bytes > AT_MOST_BYTES && !withImages) {
            out.println("That is more than the %s that a pack without images should have:"
                            .formatted(ByteSize.of(AT_MOST_BYTES))
                    + " something in it does not belong there.");
            out.println("Next, to see what: jar tf \"" + file + "\"");
            return 1;
        }
        out.println("On a machine with a JDK alone, that makes a workshop in a folder of its own; in a clone it is "
                + Workshop.command("unpack FILE") + ".");
        out.println("Next, there: java -jar " + file.getFileName());
        return 0;
    }
}

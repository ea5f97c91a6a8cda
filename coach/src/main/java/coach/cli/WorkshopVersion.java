package coach.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/** Reads the commit of this workshop, and the versions of the libraries that traces depend on most. */
final class WorkshopVersion {

    private static final int SHORT = 12;
    private static final List<String> LISTS = List.of("beer-donut-app/target/classpath", "coach/target/javaagent");
    // ".../javalin-7.2.3.jar" -> javalin 7.2.3
    private static final Pattern TOLD = Pattern.compile(
            "(opentelemetry-javaagent|opentelemetry-api|javalin|hibernate-core|h2|jedis)-(\\d.*)\\.jar");

    private WorkshopVersion() {}

    /** @return such as «commit 1636427bd0aa, files changed: 2»; a pack has no commits */
    static String commit(Path folder) {
        if (!Files.exists(folder.resolve(".git"))) {
            return "without Git, as from a pack";
        }
        try (Repository repository = new FileRepositoryBuilder()
                        .setWorkTree(folder.toFile())
                        .findGitDir(folder.toFile())
                        .build();
                Git git = new Git(repository)) {
            ObjectId head = repository.resolve("HEAD");
            String commit = head == null ? "no commit" : "commit " + head.name().substring(0, SHORT);
            int changed = git.status().call().getUncommittedChanges().size();
            return changed == 0 ? commit : "%s, files changed: %s".formatted(commit, changed);
        } catch (IOException | GitAPIException e) {
            return "a commit that cannot be read: " + e.getMessage();
        }
    }

    static String libraries(Path folder) {
        return LISTS.stream()
                .flatMap(list -> jars(folder.resolve(list)))
                .map(TOLD::matcher)
                .filter(Matcher::matches)
                .map(jar -> jar.group(1) + " " + jar.group(2))
                .collect(Collectors.joining(", "));
    }

    private static Stream<String> jars(Path list) {
        try {
            return Stream.of(Files.readString(list).strip().split(File.pathSeparator))
                    .map(jar -> Path.of(jar).getFileName().toString());
        } catch (IOException e) {
            return Stream.empty();
        }
    }
}

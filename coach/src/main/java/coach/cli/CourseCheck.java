package coach.cli;

import coach.bar.environment.UserError;
import coach.bar.environment.Workshop;
import coach.cli.offline.Build;
import coach.cli.offline.Preparedness;
import coach.course.Course;
import coach.course.Step;
import coach.course.workspace.Workspace;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Checks the libraries, the workspace, and whether the machine is prepared for a class without a network. */
final class CourseCheck {

    private CourseCheck() {}

    static List<Diagnosis> all(Path repository) {
        return List.of(libraries(repository), workspace(repository), offline(Preparedness.of(repository)));
    }

    static Diagnosis libraries(Path repository) {
        List<String> missing = Build.NAME_LIBRARIES.stream()
                .flatMap(list -> jars(repository.resolve(list)))
                .filter(jar -> !Files.exists(Path.of(jar)))
                .toList();
        return missing.isEmpty()
                ? Diagnosis.ok("libraries", "all that the bar runs with, in " + Preparedness.libraries(repository))
                : Diagnosis.trouble(
                        "libraries",
                        "%s are gone, such as %s".formatted(missing.size(), missing.get(0)),
                        Workshop.command("up") + " fetches them, or a pack does");
    }

    private static Stream<String> jars(Path list) {
        try {
            return Stream.of(Files.readString(list).strip().split(File.pathSeparator));
        } catch (IOException e) {
            return Stream.of(list.toString());
        }
    }

    private static Diagnosis workspace(Path repository) {
        try {
            Optional<Workspace> workspace = Workspace.in(repository);
            return workspace.isEmpty()
                    ? Diagnosis.note("workspace", "not made yet", Workshop.command("start"))
                    : Diagnosis.ok("workspace", where(workspace.get(), Course.in(repository)));
        } catch (UserError e) {
            return Diagnosis.note(
                    "workspace", e.getMessage().lines().findFirst().orElse(""), Workshop.command("start"));
        }
    }

    private static String where(Workspace workspace, Course course) {
        Step now = workspace.step(course);
        boolean done = now.lab().isEmpty() && workspace.step() > now.number();
        return "%s, %s".formatted(workspace.folder(), done ? "all steps done" : "at step " + now.twoDigits());
    }

    static Diagnosis offline(Preparedness prepared) {
        String prepare = Workshop.command("prepare");
        return switch (prepared) {
            case BY_A_PACK -> Diagnosis.ok("offline", "everything came with a pack");
            case HERE -> Diagnosis.ok("offline", "everything is here, and was proven");
            case FOR_OTHER_VERSIONS ->
                Diagnosis.note(
                        "offline", "it was prepared, and since then a pom has changed", "With a network: " + prepare);
            case NOT_YET ->
                Diagnosis.note("offline", "not prepared: Maven may miss something without a network", prepare);
        };
    }
}

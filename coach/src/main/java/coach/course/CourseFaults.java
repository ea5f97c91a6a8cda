package coach.course;

import coach.bar.compiler.FileContent;
import coach.bar.environment.Workshop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Finds faults of the course: solutions that are stale or change nothing, and files that belong nowhere. */
final class CourseFaults {

    private final Course course;
    private final List<String> found = new ArrayList<>();

    CourseFaults(Course course) {
        this.course = course;
    }

    List<String> find() {
        folders();
        for (Step lab : course.labs()) {
            lab.lab().orElseThrow().faults(lab, course.repository()).forEach(found::add);
        }
        for (Solution solution : course.solutions()) {
            solution.halves().forEach(this::look);
        }
        return List.copyOf(found);
    }

    private void folders() {
        Set<String> steps = names(course.steps().stream().map(Step::folder));
        Set<String> labs = names(course.labs().stream().map(Step::folder));
        Set<String> solutions = names(course.solutions().stream().map(Solution::folder));
        steps.stream()
                .filter(step -> !solutions.contains(step) && !step.startsWith("01-"))
                .forEach(step ->
                        found.add("steps/%s has no solution: there is no folder solutions/%s.".formatted(step, step)));
        solutions.stream()
                .filter(solution -> !steps.contains(solution) && !labs.contains(solution))
                .forEach(solution -> found.add(
                        "solutions/%s belongs to no step: there is no folder steps/%s.".formatted(solution, solution)));
        othersIn(course.repository().resolve("solutions"))
                .forEach(other -> found.add("%s is a stray file: the solutions are in folders such as 07-eager-loading."
                        .formatted(named(other))));
    }

    private static Set<String> names(Stream<Path> folders) {
        Set<String> names = new TreeSet<>();
        folders.forEach(folder -> names.add(folder.getFileName().toString()));
        return names;
    }

    private static List<Path> othersIn(Path solutions) {
        if (!Files.isDirectory(solutions)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(solutions)) {
            return all.filter(path -> !Course.isNumbered(path))
                    .filter(path -> !path.getFileName().toString().equals("README.md"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("could not look into " + solutions, e);
        }
    }

    private void look(Solution solution) {
        State before = course.before(solution.number());
        solution.strays()
                .forEach(stray ->
                        found.add(("%s is a stray file: a solution holds only its lock and files of beer-donut-app/"
                                        + " and score-service/, without tests.")
                                .formatted(named(stray))));
        solution.files().forEach((path, file) -> changesSomething(path, file, before));
        if (!Files.isRegularFile(solution.lockFile())) {
            found.add("%s is missing. To write it: %s".formatted(named(solution.lockFile()), again(solution)));
            return;
        }
        compare(solution, SolutionLock.read(solution), before);
    }

    private void changesSomething(String path, Path file, State before) {
        Path old = before.files().get(path);
        if (old != null && Arrays.equals(FileContent.of(old), FileContent.of(file))) {
            found.add("%s equals the file in %s: it changes nothing and should go."
                    .formatted(named(file), before.title()));
        }
    }

    private void compare(Solution solution, SolutionLock lock, State before) {
        String name = named(solution.lockFile());
        Set<String> files = solution.files().keySet();
        lock.broken()
                .forEach(line ->
                        found.add("%s has a line that should be «<sha256 or new>  <path>»: %s".formatted(name, line)));
        files.stream()
                .filter(path -> !lock.origins().containsKey(path))
                .forEach(path -> found.add("%s is not in %s. If it belongs there: %s"
                        .formatted(named(solution.folder().resolve(path)), name, again(solution))));
        lock.origins().forEach((path, origin) -> {
            if (!files.contains(path)) {
                found.add("%s names %s, which the solution does not have. If it should go: %s"
                        .formatted(name, path, again(solution)));
            } else if (!origin.equals(SolutionLock.origin(path, before))) {
                found.add(stale(solution, path, origin, before));
            }
        });
    }

    private String stale(Solution solution, String path, String origin, State before) {
        String file = named(solution.folder().resolve(path));
        String next = "Look at what changed there, bring it over, and then: " + again(solution);
        if (SolutionLock.isNew(origin)) {
            return "%s is new, says its lock, but %s has that file already. %s".formatted(file, before.title(), next);
        }
        if (!before.files().containsKey(path)) {
            return "%s was made from a file that %s no longer has. %s".formatted(file, before.title(), next);
        }
        return "%s is stale: %s has changed since it was made from it. %s".formatted(file, before.title(), next);
    }

    private static String again(Solution solution) {
        return Workshop.command("lock " + Step.twoDigits(solution.number()));
    }

    private String named(Path file) {
        return course.repository().relativize(file).toString().replace('\\', '/');
    }
}

package coach.course;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A small repository: an app of two files, and solutions 02 and 03 that change the first, and add a third. With a lab, it
 * has a tool of two files, one of them with a hole at the lab's start, and a solution that changes the app's first file.
 */
public final class ToyCourse {

    public static final String BEER = "beer-donut-app/src/main/java/beerdonut/Beer.java";
    public static final String DONUT = "beer-donut-app/src/main/java/beerdonut/Donut.java";
    public static final String TIMER = "beer-donut-app/src/main/java/beerdonut/Timer.java";
    public static final String SCORES = "score-service/otel.properties";
    public static final String TOOL = "labs/tool/src/main/java/tool/Tool.java";
    public static final String TOOL_POM = "labs/tool/pom.xml";
    public static final String LAB = "12-your-own-tool";

    private final Path repository;

    public ToyCourse(Path repository) {
        this.repository = repository;
        write(BEER, "class Beer {\n    // shipped\n}\n");
        write(DONUT, "class Donut {}\n");
        write("beer-donut-app/src/test/java/beerdonut/BeerTest.java", "class BeerTest {}\n");
        write("beer-donut-app/target/classpath", "built\n");
        write("beer-donut-app/.DS_Store", "dropped\n");
        write(SCORES, "otel.propagators=b3\n");
        step("01-explore", "Explore", "Guess first.");
        step("02-time-a-route", "Time a route", "Learn what took\nhow long.");
        step("03-middleware", "Every route at once", "One place.");
        solution("02-time-a-route", BEER, "class Beer {\n    // 02\n}\n");
        solution("02-time-a-route", TIMER, "class Timer {}\n");
        solution("03-middleware/by-hand", TIMER, "class Timer { int byHand; }\n");
        solution("03-middleware", BEER, "class Beer {\n    // 03\n}\n");
        course().steps().forEach(course()::lock);
    }

    public ToyCourse withLab() {
        write(TOOL, "class Tool {\n    // finished\n}\n");
        write(TOOL_POM, "<project/>\n");
        write("labs/tool/src/test/java/tool/ToolTest.java", "class ToolTest {}\n");
        write("labs/tool/target/classes/tool/Tool.class", "built\n");
        write("labs/other/pom.xml", "<project/>\n");
        step(LAB, "Your own tool", "Write it.");
        write("steps/" + LAB + "/lab.properties", "base=3\nmodules=tool\n");
        write("steps/" + LAB + "/skeleton/" + TOOL, "class Tool {\n    // TODO\n}\n");
        solution(LAB, BEER, "class Beer {\n    // 12\n}\n");
        course().labs().forEach(course()::lock);
        return this;
    }

    public Course course() {
        return Course.in(repository);
    }

    public Path repository() {
        return repository;
    }

    public void step(String name, String title, String summary) {
        write("steps/" + name + "/README.md", "# " + title + "\n\n" + summary + "\n\n## See it\n");
        write(
                "steps/" + name + "/hints.md",
                "# Hints\n\n## 1\n\nWhy?\n\n## 2\n\nHere.\n\n## 3\n\n```sh\n## no heading\n```\n");
        write("steps/" + name + "/test/ToyTest.java", "package test;\n");
    }

    public void solution(String name, String path, String content) {
        write("solutions/" + name + "/" + path, content);
    }

    public void write(String path, String content) {
        try {
            Path file = repository.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void delete(String path) {
        try {
            Files.delete(repository.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

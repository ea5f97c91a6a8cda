package containers;

import static org.assertj.core.api.Assertions.assertThat;

import coach.course.Course;
import coach.course.Step;
import coach.course.check.BarFactory;
import coach.course.check.StepContext;
import coach.course.check.StepTestResult;
import coach.course.check.StepTestRunner;
import coach.course.check.TestBar;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.junit.jupiter.Container;

/** The cache step's tests pass with a Redis in a container. */
@WithDocker
@Timeout(900)
class CacheStepIT {

    private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();
    private static final Compose compose = new Compose(REPOSITORY, "beer-donut-cache");

    /** The image that docker-compose.yml names. */
    @Container
    private static final GenericContainer<?> redis = new GenericContainer<>(image("redis"))
            .withCommand(command("redis"))
            .withEnv("REDIS_PASSWORD", "secret")
            .withExposedPorts(6379);

    @TempDir
    static Path folder;

    private static String image(String service) {
        return compose.config().path("services").path(service).path("image").asText();
    }

    private static String[] command(String service) {
        List<String> words = new ArrayList<>();
        compose.config()
                .path("services")
                .path(service)
                .path("command")
                // Docker prints what it could read again, and there a dollar sign is written twice.
                .forEach(word -> words.add(word.asText().replace("$$", "$")));
        return words.toArray(String[]::new);
    }

    @Test
    void provesTheCacheStep() {
        Course course = Course.in(REPOSITORY);
        Step step = course.step(8);
        String url = "redis://:secret@" + redis.getHost() + ":" + redis.getFirstMappedPort();
        BarFactory bars = new BarFactory(REPOSITORY, folder.resolve("redis"), Optional.of(url));
        List<StepTestResult> results = new ArrayList<>();

        try (TestBar after = bars.of(bars.code(course.state(8)), 8).open();
                TestBar before = bars.of(bars.code(course.state(7)), 8).open()) {
            StepContext context = new StepContext(
                    8, false, after, () -> before, course.state(8).files(), StepContext.Care.CHECK);
            new StepTestRunner(context, results::add).run(step.testClass());
        }

        assertThat(results).hasSizeGreaterThan(8).allMatch(one -> one.result() == StepTestResult.Result.PASSED);
    }
}

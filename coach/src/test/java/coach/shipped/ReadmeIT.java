package coach.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the README tells a newcomer to type works. */
class ReadmeIT {

    private static final Path REPOSITORY = Path.of("..");

    @RegisterExtension
    static final ShippedBarTest bar = ShippedBarTest.shared();

    @Test
    void hasTheTwoCommandsInItsFirstScreenful() throws IOException {
        List<String> firstScreenful = readme().lines().limit(45).toList();

        assertThat(firstScreenful).contains("./workshop up", "mvn verify");
    }

    @Test
    void showsRequestsThatAreAnswered() throws IOException {
        List<String> paths = found("curl \"localhost:5000([^\"]+)\"");

        assertThat(paths).hasSize(3);
        assertThat(paths)
                .allSatisfy(path ->
                        assertThat(bar.app().get(path).status()).as(path).isEqualTo(200));
    }

    private static List<String> found(String pattern) throws IOException {
        return Pattern.compile(pattern)
                .matcher(readme())
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private static String readme() throws IOException {
        return Files.readString(REPOSITORY.resolve("README.md"));
    }
}

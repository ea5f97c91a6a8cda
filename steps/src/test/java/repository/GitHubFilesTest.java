package repository;

import static org.assertj.core.api.Assertions.assertThat;

import coach.Coach;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** GitHub's files fit this repository: workflows, forms for issues, and the list for Dependabot. */
class GitHubFilesTest {

    private static final Path GITHUB = ClassPath.REPOSITORY.resolve(".github");
    private static final Path TESTS = GITHUB.resolve("workflows/test.yml");
    private static final Path FORMS = GITHUB.resolve("ISSUE_TEMPLATE");
    // "./workshop doctor --report" -> doctor, --report
    private static final Pattern COMMAND = Pattern.compile("\\./workshop ([a-z][a-z-]*)(?: (--[a-z-]+))?");

    private static final Map<String, String> LOOKED_AFTER = Map.of(
            "maven", "pom.xml",
            "github-actions", ".github/workflows",
            "docker", "Dockerfile",
            "docker-compose", "docker-compose.yml");

    @ParameterizedTest
    @MethodSource("workflows")
    void usesOnlyGitHubsOwnActions_eachOfAMajorVersion(Path workflow) {
        List<String> actions = yaml(workflow).findValuesAsText("uses");

        assertThat(actions).isNotEmpty().allMatch(action -> action.matches("actions/[a-z-]+@v\\d+"));
    }

    @Test
    void testsEachPushAndPullRequest() {
        assertThat(yaml(TESTS).path("on").fieldNames()).toIterable().containsExactly("push", "pull_request");
        assertThat(yaml(TESTS).at("/on/push/branches").isMissingNode()).isTrue();
    }

    @Test
    void testsOnTheOldestJdkThatTheCodeIsFor() {
        JsonNode matrix = yaml(TESTS).at("/jobs/quick/strategy/matrix");
        String release = Pom.read(ClassPath.REPOSITORY.resolve("pom.xml"))
                .text("properties", "maven.compiler.release")
                .orElseThrow();

        assertThat(texts(matrix.path("jdk"))).startsWith(release).hasSizeGreaterThan(1);
        assertThat(texts(matrix.path("system")))
                .containsExactlyInAnyOrder("ubuntu-latest", "macos-latest", "windows-latest");
    }

    @ParameterizedTest
    @MethodSource("files")
    void namesCommandsThatExist(Path file) throws IOException {
        assertThat(COMMAND.matcher(Files.readString(file)).results()).allSatisfy(typed -> {
            StringWriter said = new StringWriter();
            PrintWriter out = new PrintWriter(said, true);

            assertThat(Coach.run(out, out, typed.group(1), "--help"))
                    .as(typed.group())
                    .isZero();
            assertThat(said.toString()).contains(typed.group(2) == null ? typed.group(1) : typed.group(2));
        });
    }

    @ParameterizedTest
    @MethodSource("forms")
    void asksForWhatAFormMayAsk(Path form) {
        JsonNode content = yaml(form);

        assertThat(content.path("name").asText()).isNotBlank();
        assertThat(content.path("description").asText()).isNotBlank();
        assertThat(content.path("body").findValuesAsText("id")).isNotEmpty().doesNotHaveDuplicates();
        assertThat(content.path("body").findValuesAsText("type"))
                .isSubsetOf("markdown", "input", "textarea", "dropdown", "checkboxes");
    }

    @Test
    void offersEachStepToBeStuckAt() throws IOException {
        List<String> steps = new ArrayList<>();
        try (Stream<Path> folders = Files.list(ClassPath.REPOSITORY.resolve("steps"))) {
            folders.map(folder -> folder.getFileName().toString())
                    .filter(name -> name.matches("\\d\\d-.*"))
                    .map(name -> name.replace('-', ' '))
                    .sorted()
                    .forEach(steps::add);
        }

        List<String> offered =
                texts(yaml(FORMS.resolve("stuck.yml")).path("body").findValue("options"));

        assertThat(offered).endsWith(steps.toArray(String[]::new)).hasSize(steps.size() + 1);
    }

    @Test
    void looksAfterFilesThatExist() {
        JsonNode updates = yaml(GITHUB.resolve("dependabot.yml")).path("updates");

        assertThat(updates).hasSize(LOOKED_AFTER.size()).allSatisfy(update -> {
            String file = LOOKED_AFTER.get(update.path("package-ecosystem").asText());
            String folder = update.path("directory").asText().substring(1);
            assertThat(ClassPath.REPOSITORY.resolve(folder).resolve(file)).exists();
        });
    }

    static Stream<Path> workflows() {
        return files().filter(file -> file.getParent().endsWith("workflows"));
    }

    static Stream<Path> forms() {
        return files().filter(file -> file.startsWith(FORMS) && !file.endsWith("config.yml"));
    }

    static Stream<Path> files() {
        try (Stream<Path> all = Files.walk(GITHUB)) {
            return all.filter(Files::isRegularFile).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException("could not look into " + GITHUB, e);
        }
    }

    private static JsonNode yaml(Path file) {
        try {
            return new YAMLMapper().readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException("could not read " + file, e);
        }
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(node -> texts.add(node.asText()));
        return texts;
    }
}

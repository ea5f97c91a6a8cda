package coach.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.revwalk.RevCommit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IssueReportTest {

    @TempDir
    private Path home;

    private Path repository;

    @BeforeEach
    void makeRepository() throws IOException {
        repository = Files.createDirectories(home.resolve("beer"));
    }

    @Test
    void namesTheCommitAndHowManyFilesDiffer() throws Exception {
        Files.writeString(repository.resolve("README.md"), "as committed");
        RevCommit commit;
        try (Git git = Git.init().setDirectory(repository.toFile()).call()) {
            git.add().addFilepattern("README.md").call();
            commit = git.commit()
                    .setMessage("first")
                    .setSign(false)
                    .setAuthor("Ada", "ada@localhost")
                    .setCommitter("Ada", "ada@localhost")
                    .call();
        }
        Files.writeString(repository.resolve("README.md"), "changed");

        assertThat(report()).contains("| workshop | commit " + commit.name().substring(0, 12) + ", files changed: 1 |");
    }

    @Test
    void saysWhereTheLearnerIs() {
        assertThat(report()).contains("| workspace | not made yet |");
    }

    @Test
    void namesTheVersionsThatTracesDependOn() throws IOException {
        Path list = repository.resolve("coach/target/javaagent");
        Files.createDirectories(list.getParent());
        Files.writeString(list, home + "/.m2/opentelemetry-javaagent-2.33.1.jar");

        assertThat(report()).contains("| libraries | opentelemetry-javaagent 2.33.1 |");
    }

    @Test
    void keepsTheCellsOfATableApart() {
        Diagnosis finding = Diagnosis.note("port 5000", "taken by a|b <script>\nand more", "");

        assertThat(report(finding)).endsWith("\n| note | port 5000 | taken by a\\|b &lt;script> and more |");
    }

    @Test
    void holdsNothingPrivate() {
        Diagnosis proxy = Diagnosis.ok("proxy", "Maven goes through proxy.corp.example");
        Diagnosis disk = Diagnosis.ok("disk", "9 GB free at " + repository);

        assertThat(report(proxy, disk))
                .contains("| ok | proxy | (details left out) |", "| ok | disk | 9 GB free at (workshop) |")
                .doesNotContain("corp.example")
                .doesNotContain(home.toString());
    }

    private String report(Diagnosis... findings) {
        Redaction redaction = new Redaction(repository, home, "ada", "engine-7");
        return new IssueReport(repository, redaction).markdown(List.of(findings));
    }
}

package accesslog.input;

import static accesslog.LogText.found;
import static accesslog.LogText.search;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import accesslog.LogRun;
import accesslog.LogText;
import accesslog.output.JsonLinesWriter;
import accesslog.output.LineOutput;
import accesslog.output.OperationFilter;
import accesslog.output.Pseudonyms;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilesAndRotationTest {

    private static final String SSO = "uid=sso,dc=x";

    @TempDir
    Path folder;

    private void zipped(String name, LogText log) throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve(name)))) {
            out.write(log.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    /** By the times in them, for the names of rotated files are in local time and the current one has none. */
    @Test
    void readsAFolder_oldestFirst() throws IOException {
        zipped("access.20261121-071600.gz", new LogText().bound(1, SSO));
        Files.writeString(
                folder.resolve("access.20261121-071610"),
                new LogText().seconds(10).lines(search(1, 1)).toString());
        zipped("access.20261121-071620.gz", new LogText().seconds(20).lines(search(1, 2)));
        Files.writeString(
                folder.resolve("access"),
                new LogText().seconds(30).lines(found(1, 1), found(1, 2)).toString());
        Files.writeString(folder.resolve("access.rotationinfo"), "LOGINFO");
        Files.writeString(folder.resolve("errors"), "no");

        LogRun run = LogRun.of(folder);

        assertThat(run.operations)
                .hasSize(3)
                .allMatch(each -> each.get("ended").asText().equals("result"));
        assertThat(run.operation(1, 2).get("bind_dn").asText()).isEqualTo(SSO);
        assertThat(run.reader.faults().notUnderstood()).isZero();
    }

    @Test
    void saysWhatIsMissing() {
        assertThatThrownBy(() -> LogFiles.of(List.of(folder.resolve("nope").toString())))
                .isInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(() -> LogFiles.of(List.of(folder.toString()))).hasMessageContaining("has no file access");
    }

    @Test
    void followsAFileOverItsRotation() throws Exception {
        Path access = Files.writeString(
                folder.resolve("access"), new LogText().bound(1, SSO).toString());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        LineOutput lines = new LineOutput(bytes, true);
        LogReader reader = new LogReader(LogFiles.of(List.of(access.toString())), new Progress(null, 0));
        Thread thread = new Thread(() -> reader.read(
                List.of(
                        new JsonLinesWriter(lines, OperationFilter.ALL, Pseudonyms.NONE),
                        new JsonLinesWriter(lines, OperationFilter.ALL, Pseudonyms.NONE)),
                true));
        thread.start();
        await().until(() -> bytes.toString().contains("\"op\":0"));

        String grown = new LogText().seconds(1).lines(search(1, 1), found(1, 1)).toString();
        String records = grown.substring(grown.indexOf('['));
        Files.writeString(access, records.substring(0, 100), StandardOpenOption.APPEND);
        Files.writeString(access, records.substring(100), StandardOpenOption.APPEND);
        await().until(() -> bytes.toString().contains("\"op\":1"));

        Files.move(access, folder.resolve("access.20261121-071600"));
        Files.writeString(
                access,
                new LogText().seconds(2).lines(search(1, 2), found(1, 2)).toString());
        await().until(() -> bytes.toString().contains("\"op\":2"));

        reader.stop();
        thread.join();
        assertThat(reader.faults().notUnderstood()).isZero();
        assertThat(bytes.toString().lines()).hasSize(3).allMatch(line -> line.contains("\"client\":\"10.0.0.1\""));
    }
}

package accesslog.input;

import static accesslog.LogText.found;
import static accesslog.LogText.search;
import static org.assertj.core.api.Assertions.assertThat;

import accesslog.LogRun;
import accesslog.LogText;
import accesslog.record.FaultKind;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Reads what logs should not contain and do: each is counted, its first place is known, and the rest is read. */
class BadInputTest {

    private static final String SSO = "uid=sso,dc=x";

    @TempDir
    Path folder;

    private final LogText log = new LogText();

    private LogRun run() {
        return LogRun.of(folder, log.toString());
    }

    @Test
    void readsOn_behindLinesThatAreNoRecords() {
        log.bound(1, SSO)
                .raw("what is this\n")
                .raw("[21/Nov/2026:99:16:24.1 +0000] conn=1 op=1 UNBIND\n")
                .lines(search(1, 1), found(1, 1));

        LogRun run = run();

        assertThat(run.operation(1, 1).get("err").asInt()).isZero();
        assertThat(run.reader.faults().notUnderstood()).isEqualTo(2);
        assertThat(run.reader.faults().example(FaultKind.NOT_A_RECORD).line()).isEqualTo(7);
        assertThat(run.reader.faults().example(FaultKind.NOT_A_RECORD).text()).isEqualTo("what is this");
        assertThat(run.reader.faults().example(FaultKind.BAD_STAMP).line()).isEqualTo(8);
    }

    @Test
    void leavesOutALineThatStillGrows() {
        log.bound(1, SSO)
                .lines(search(1, 1), found(1, 1))
                .raw("[21/Nov/2026:07:16:24.380951288 +0000] conn=1 op=1 SRCH ba");

        LogRun run = run();

        assertThat(run.reader.faults().notUnderstood()).isZero();
        assertThat(run.operations).hasSize(2);
    }

    @Test
    void countsHalfARecord_whenTheNextFileBeginsWithAWholeOne() throws IOException {
        Path first = Files.writeString(
                folder.resolve("access.20261121-071600"),
                log.bound(1, SSO) + "[21/Nov/2026:07:16:24.380951288 +0000] conn=1 op=1 SRCH ba");
        Path second = Files.writeString(
                folder.resolve("access"),
                new LogText().seconds(30).lines(search(1, 2), found(1, 2)).toString());

        LogRun run = LogRun.of(second, first);

        assertThat(run.reader.faults().count(FaultKind.HALF_RECORD)).isEqualTo(1);
        assertThat(run.operation(1, 2).get("bind_dn").asText()).isEqualTo(SSO);
    }

    @Test
    void putsHalvesTogether_whenTheNextFileGoesOn() throws IOException {
        String whole =
                new LogText().bound(1, SSO).lines(search(1, 1), found(1, 1)).toString();
        int cut = whole.indexOf("scope=2");
        Path first = Files.writeString(folder.resolve("access.20261121-071600"), whole.substring(0, cut));
        Path second = Files.writeString(folder.resolve("access"), whole.substring(cut));

        LogRun run = LogRun.of(first, second);

        assertThat(run.operation(1, 1).get("scope").asText()).isEqualTo("sub");
        assertThat(run.reader.faults().notUnderstood()).isZero();
    }

    @Test
    void joinsANameWithANewline() {
        log.bound(1, SSO)
                .lines(
                        "conn=1 op=1 ADD dn=\"cn=nl\nx,dc=x\"",
                        "conn=1 op=1 RESULT err=0 tag=105 nentries=0 etime=0.001000000");

        LogRun run = run();

        assertThat(run.operation(1, 1).get("target_dn").asText()).isEqualTo("cn=nl\nx,dc=x");
        assertThat(run.operation(1, 1).get("err").asInt()).isZero();
        assertThat(run.reader.faults().count(FaultKind.RAW_NEWLINE)).isEqualTo(1);
        assertThat(run.reader.faults().count(FaultKind.DOUBTFUL))
                .as("the result behind it")
                .isEqualTo(1);
    }

    /** The client sends a name with newlines, and lines that look like the server's within it. */
    @Test
    void doesNotBelieveForgedRecords_unlessTheyFit() {
        log.bound(1, SSO)
                .bound(2, "uid=victim,dc=x")
                .lines(search(2, 1), "conn=1 op=1 ADD dn=\"cn=nl")
                .lines(
                        found(2, 77),
                        "conn=3 op=0 BIND dn=\"uid=boss,dc=x\" method=128 version=3",
                        "conn=2 op=1 RESULT err=0 tag=97 nentries=0 etime=0.000000001",
                        "conn=1 fd=64 slot=64 connection from 6.6.6.6 to 10.0.0.1")
                .raw("x,dc=x\"\n")
                .lines(found(2, 1));

        LogRun run = run();

        assertThat(run.reader.runs()).as("no restart is forged").isEqualTo(1);
        assertThat(run.operation(2, 1).get("nentries").asInt()).isEqualTo(1);
        assertThat(run.operations)
                .noneMatch(each ->
                        each.toString().contains("boss") || each.toString().contains("6.6.6.6"));
        assertThat(run.reader.faults().count(FaultKind.DOES_NOT_FIT)).isEqualTo(4);
        assertThat(run.reader.faults().count(FaultKind.DOUBTFUL)).isEqualTo(1);
    }

    @Test
    void trustsRecordsAgain_furtherAwayThanANameCanReach() {
        log.bound(1, SSO).lines("conn=1 op=1 ADD dn=\"cn=nl\nx,dc=x\"");
        for (int op = 2; op < 40; op++) {
            log.lines(search(1, op), found(1, op));
        }
        log.bound(1, SSO);

        LogRun run = run();

        assertThat(run.reader.runs()).isEqualTo(2);
        assertThat(run.reader.faults().count(FaultKind.DOUBTFUL)).isBetween(10L, 20L);
    }

    @Test
    void readsOn_behindBinaryRubbish() throws IOException {
        byte[] rubbish = new byte[3_000_000];
        new Random(389).nextBytes(rubbish);
        Path file = folder.resolve("access");
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(log.bound(1, SSO).toString().getBytes(StandardCharsets.UTF_8));
            out.write(rubbish);
            out.write('\n');
            out.write(new LogText()
                    .seconds(1)
                    .lines(search(1, 1), found(1, 1))
                    .toString()
                    .getBytes(StandardCharsets.UTF_8));
        }

        LogRun run = LogRun.of(file);

        assertThat(run.operation(1, 1).get("bind_dn").asText()).isEqualTo(SSO);
        assertThat(run.reader.faults().count(FaultKind.NOT_A_RECORD)).isGreaterThan(5_000);
    }

    @Test
    void skipsALineThatIsLongerThanAnyRecord() throws IOException {
        longLine(5_000_000);
    }

    @Test
    @EnabledIfSystemProperty(named = "long", matches = "true")
    void skipsALineOfFourGigabytes() throws IOException {
        longLine(4L << 30);
    }

    /** The file has a hole, which is read as zeros and takes no room. */
    private void longLine(long length) throws IOException {
        Path file = Files.writeString(
                folder.resolve("access"), log.bound(1, SSO).lines(search(1, 1)).toString());
        try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
            out.seek(out.length() + length);
            out.write("\n".getBytes(StandardCharsets.US_ASCII));
            out.write(new LogText().seconds(1).lines(found(1, 1)).toString().getBytes(StandardCharsets.US_ASCII));
        }

        LogRun run = LogRun.of(file);

        assertThat(run.operation(1, 1).get("err").asInt()).isZero();
        assertThat(run.reader.faults().count(FaultKind.TOO_LONG)).isEqualTo(1);
        assertThat(run.reader.faults().example(FaultKind.TOO_LONG).line()).isEqualTo(8);
    }

    @Test
    void readsOn_behindAZippedFileThatIsBroken() throws IOException {
        Path zipped = folder.resolve("access.20261121-071600.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(zipped))) {
            out.write(log.bound(1, SSO).toString().repeat(3_000).getBytes(StandardCharsets.UTF_8));
        }
        byte[] bytes = Files.readAllBytes(zipped);
        Files.write(zipped, java.util.Arrays.copyOf(bytes, bytes.length / 2));
        Path current = Files.writeString(
                folder.resolve("access"),
                new LogText().seconds(59).bound(9_000, SSO).toString());

        LogRun run = LogRun.of(zipped, current);

        assertThat(run.reader.faults().count(FaultKind.BAD_FILE)).isEqualTo(1);
        assertThat(run.operation(9_000, 0).get("err").asInt()).isZero();
    }

    @Test
    void understandsLinesThatWindowsHasTouched() {
        LogRun run = LogRun.of(
                folder,
                log.bound(1, SSO).lines(search(1, 1), found(1, 1)).toString().replace("\n", "\r\n"));

        assertThat(run.reader.faults().notUnderstood()).isZero();
        assertThat(run.operation(1, 1).get("attrs").get(0).asText()).isEqualTo("cn");
    }

    @Test
    void sharesTheWorkWithoutChangingWhatComesOut() {
        Path sample = Path.of("src/test/resources/samples/internal/access.gz");

        assertThat(LogRun.of(1, sample).operations)
                .containsExactlyInAnyOrderElementsOf(LogRun.of(7, sample).operations);
    }
}

package accesslog.report;

import static accesslog.LogText.found;
import static accesslog.LogText.search;
import static org.assertj.core.api.Assertions.assertThat;

import accesslog.CommandLineRun;
import accesslog.LogText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {

    private static final String SAMPLE = "src/test/resources/samples/default/access.gz";

    @TempDir
    Path folder;

    private Path log(LogText text) throws IOException {
        return Files.writeString(folder.resolve("access"), text.toString());
    }

    @Test
    void reportsWhatAnEngineerActsUpon() {
        CommandLineRun run = CommandLineRun.of("--width", "400", SAMPLE);

        assertThat(run.exitCode).isZero();
        assertThat(run.out)
                .contains("3,523 operations on 182 connections", "The heaviest is SRCH sub (employeeNumber=...)")
                .contains("by uid=svc-hr-export,ou=services,dc=example,dc=com", "no index: employeeNumber")
                .contains(
                        "Slowest shapes by total time",
                        "Slowest shapes by p95",
                        "Unindexed searches",
                        "By Bind DN",
                        "By client",
                        "Errors")
                .contains("Abandoned operations by Bind DN", "Top bases", "Operations a second");
    }

    @ParameterizedTest
    @ValueSource(ints = {80, 120})
    void fitsTheTerminal(int width) {
        CommandLineRun run = CommandLineRun.of("--width", Integer.toString(width), SAMPLE);

        assertThat(run.out.lines())
                .allSatisfy(line -> assertThat(SafeText.width(line)).isLessThanOrEqualTo(width));
        assertThat(run.out.lines())
                .anySatisfy(line -> assertThat(SafeText.width(line)).isGreaterThan(width - 6));
    }

    @Test
    void selectsAndGroups() {
        CommandLineRun run = CommandLineRun.of(
                "--where",
                "type == 'SRCH' && 'U' in notes && optime_ns > 100000000",
                "--group-by",
                "bind_dn + ' ' + scope",
                "--width",
                "120",
                SAMPLE);

        assertThat(run.out)
                .contains(
                        "Only operations with type == 'SRCH'",
                        "By bind_dn + ' ' + scope",
                        "uid=svc-hr-export,ou=services,dc=example,dc=com sub");
    }

    @Test
    void saysNothingElse_whenProgressIsNotWanted() {
        CommandLineRun run = CommandLineRun.of("--no-progress", "--json", "-", SAMPLE);

        assertThat(run.exitCode).isZero();
        assertThat(run.err).isEmpty();
    }

    @Test
    void showsHowFarItIs_whenProgressIsWanted() {
        assertThat(new accesslog.input.ProgressText(2_000_000_000L).of(512_000_000L, 2_000_000_000L))
                .isEqualTo("512 of 2,000 MB, 256 MB/s, 6 s left");
    }

    @Test
    void selectsByTime() {
        CommandLineRun all = CommandLineRun.of("--json", "-", SAMPLE);
        CommandLineRun some = CommandLineRun.of(
                "--json", "-", "--from", "2026-11-21T07:16:30Z", "--to", "2026-11-21T08:16:31+01:00", SAMPLE);

        assertThat(some.out.lines())
                .hasSize((int) all.out
                        .lines()
                        .filter(line -> line.contains("\"start\":\"2026-11-21T07:16:30."))
                        .count())
                .hasSizeGreaterThan(100);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "--where | type == 1         | no expression that can be used",
                "--where | nonsense > 2      | undeclared reference to 'nonsense'",
                "--where | optime_ns         | no expression that can be used",
                "--from  | yesterday         | --from is no time: yesterday",
                "--otlp  | localhost         | --otlp needs a URL",
                "--keys  | 0                 | --keys has to be 2 or more, was 0",
                "--top   | 0                 | --top has to be 1 or more, was 0",
                "--width | many              | Invalid value for option '--width'",
                "--json  | /nowhere/at/all   | There is no file or folder /nowhere/at/all",
            })
    void saysWhyItCouldNotRun(String option, String value, String sentence) {
        CommandLineRun run = CommandLineRun.of(option, value, SAMPLE);

        assertThat(run.exitCode).isEqualTo(2);
        assertThat(run.err).contains(sentence).doesNotContain("\tat ");
    }

    @Test
    void saysWhatIsMissing() {
        assertThat(CommandLineRun.of("nope").err).contains("There is no file or folder nope.");
        assertThat(CommandLineRun.of("nope").exitCode).isEqualTo(2);
    }

    @Test
    void endsWithOne_whenNotAllWasUnderstood() throws IOException {
        CommandLineRun run = CommandLineRun.of(
                log(new LogText().bound(1, "uid=a").raw("rubbish\n")).toString());

        assertThat(run.exitCode).isEqualTo(1);
        assertThat(run.err).contains("1 of 4 records and lines were not understood");
        assertThat(run.out.replaceAll("\\s+", " ")).contains("1 line does not begin like a record", "line 7: rubbish");
    }

    @Test
    void saysThatAFileIsNoAccessLog() {
        CommandLineRun run = CommandLineRun.of("pom.xml");

        assertThat(run.exitCode).isEqualTo(1);
        assertThat(run.out).contains("not the access log of a 389 Directory Server");
    }

    @Test
    void readsNothing_whenTheFileIsEmpty() throws IOException {
        CommandLineRun run = CommandLineRun.of(
                Files.writeString(folder.resolve("access"), "").toString());

        assertThat(run.exitCode).isZero();
        assertThat(run.out).contains("No operations");
    }

    /** A client chooses what stands in a name. */
    @Test
    void letsNoNameDriveTerminalOrPage() throws IOException {
        String name = "uid=\u001b[2J\u001b]0;pwned\u0007<script>alert(1)</script>\u202e\u009b31m,dc=x";
        Path html = folder.resolve("report.html");

        CommandLineRun run = CommandLineRun.of(
                "--html",
                html.toString(),
                log(new LogText()
                                .bound(1, name)
                                .lines(search(1, 1), found(1, 1))
                                .raw("\u001b[2Jrubbish\n"))
                        .toString());

        assertThat(run.out.chars())
                .noneMatch(letter -> letter < ' ' && letter != '\n' || letter == 0x9b || letter == 0x202e);
        assertThat(run.out).contains("\\x1B[2J");
        String page = Files.readString(html);
        assertThat(page).contains("&lt;script&gt;").doesNotContain("<script").contains("default-src 'none'");
        assertThat(page.chars())
                .noneMatch(letter -> letter < ' ' && letter != '\n' || letter == 0x9b || letter == 0x202e);
    }

    @Test
    void namesNobody_whenPseudonymsAreWanted() throws IOException {
        Path html = folder.resolve("report.html");
        Path json = folder.resolve("lines.jsonl");
        LogText text = new LogText()
                .bound(1, "uid=jane,ou=people,dc=acme,dc=com")
                .lines(
                        "conn=1 op=1 SRCH base=\"uid=JANE, ou=people,dc=acme,dc=com\" scope=2 filter=\"(&(objectClass=person)(mail=jane@acme.com))\""
                                + " attrs=\"cn\" authzid=\"uid=joe,dc=acme,dc=com\"",
                        found(1, 1) + " notes=U",
                        "conn=1 op=2 BIND dn=\"uid=joe,dc=acme,dc=com\" method=128 version=3",
                        "conn=1 op=2 RESULT err=49 tag=97 nentries=0 etime=0.000001000 - no jane here")
                .raw("jane was here\n");

        CommandLineRun run = CommandLineRun.of(
                "--pseudonyms",
                "--group-by",
                "client + bind_dn + base + filter",
                "--width",
                "200",
                "--html",
                html.toString(),
                "--json",
                json.toString(),
                log(text).toString());

        String all = run.out + run.err + Files.readString(html) + Files.readString(json);
        assertThat(all)
                .doesNotContainIgnoringCase("jane")
                .doesNotContainIgnoringCase("joe")
                .doesNotContain("acme", "10.0.0.1");
        assertThat(all).contains("(&(objectClass=person)(mail=...))", "client-");
        String bindDn = Files.readAllLines(json).get(1).replaceAll(".*\"bind_dn\":\"([^\"]+)\".*", "$1");
        assertThat(bindDn).matches("uid=[0-9a-f]{8},ou=[0-9a-f]{8},dc=[0-9a-f]{8},dc=[0-9a-f]{8}");
        assertThat(Files.readAllLines(json).get(1)).contains("\"base\":\"" + bindDn + "\"");
    }
}

package coach.cli;

import static org.assertj.core.api.Assertions.assertThat;

import coach.bar.environment.Ports;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import traces.store.StoreClient;
import traces.store.TraceNotFound;

class WorkshopCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void saysWhatThereIs_whenNothingIsAskedFor() {
        assertThat(run()).isEqualTo(0);

        assertThat(out.toString()).contains("up", "down", "measure").containsPattern("Next: .*workshop up\\R$");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "up --help", "down -h", "measure --help"})
    void explainsItsCommands(String words) {
        assertThat(run(words.split(" "))).isEqualTo(0);

        assertThat(out.toString()).contains("Usage: workshop", "--help");
    }

    @Test
    void saysWhereToReadOn_whenItDoesNotUnderstand() {
        run("up", "--prot", "1");

        assertThat(err.toString()).containsPattern("Next: .*workshop up --help\\R$");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            uq                     | Unmatched argument at index 0: 'uq'
            up --prot 1            | Unknown options: '--prot', '1'
            up --port x            | Invalid value for option '--port': 'x' is not an int
            up --port 0            | --port is 0; a port is a number from 1 to 65535.
            up --port 7 --score-port 7 | --port and --score-port are both 7; they should differ.
            up --database-ms -1    | --database-ms is -1.0; it should be a number from 0 to 10000.
            measure --requests 0   | --requests is 0; it should be at least 1.
            measure --port 99999   | --port is 99999; a port is a number from 1 to 65535.
            measure a^b --port 5   | 'a^b' is no path that can be asked for
            """)
    void refusesWhatItCannotDo(String words, String sentence) {
        assertThat(run(words.split(" +"))).isEqualTo(2);

        assertThat(err.toString()).contains(sentence).doesNotContain("\tat ");
    }

    @Test
    void saysToSendARequest_whenThereIsNoTraceYet() {
        runWith(new TraceNotFound("No trace has arrived yet.", true), "trace");

        assertThat(err.toString())
                .startsWith("No trace has arrived yet.")
                .containsPattern("Next: .*workshop curl \"pair/beer\\?name=ipa\"\\R$");
    }

    @Test
    void saysToListTheTraces_whenThereIsNoneOfThatId() {
        runWith(new TraceNotFound("No trace beef.", false), "trace", "beef");

        assertThat(err.toString()).startsWith("No trace beef.").containsPattern("Next: .*workshop traces\\R$");
    }

    @Test
    void saysToOpenTheBar_whenItsPageDoesNotAnswer() {
        URI closed = URI.create("http://localhost:" + Ports.free());

        int exitCode = WorkshopCommand.run(bar -> new StoreClient(closed), writer(out), writer(err), "traces");

        assertThat(exitCode).isEqualTo(2);
        assertThat(err.toString())
                .startsWith("The trace store at " + closed + " does not answer.")
                .containsPattern("Next: .*workshop up\\R$");
    }

    @Test
    void saysWhatTheSystemRefused_whichIsNoFaultOfTheTool() {
        IOException refused = new FileSystemException("/mnt/stick/.workshop/hints", null, "Read-only file system");

        runWith(new UncheckedIOException("could not write", refused), "trace");

        assertThat(err.toString())
                .startsWith("/mnt/stick/.workshop/hints could not be read or written: Read-only file system.")
                .containsPattern("Next: .*workshop doctor\\R$")
                .doesNotContain("\tat ");
    }

    @Test
    void printsWhereItFailed_whenThatIsAFault() {
        runWith(new UncheckedIOException(new NoSuchFileException("bar.txt")), "trace");

        assertThat(err.toString()).contains("this is a fault in it:", "\tat ");
    }

    private void runWith(RuntimeException error, String... args) {
        int exitCode = WorkshopCommand.run(
                bar -> {
                    throw error;
                },
                writer(out),
                writer(err),
                args);

        assertThat(exitCode).isEqualTo(2);
    }

    private static PrintWriter writer(StringWriter text) {
        return new PrintWriter(text, true);
    }

    private int run(String... args) {
        return WorkshopCommand.run(writer(out), writer(err), args);
    }
}

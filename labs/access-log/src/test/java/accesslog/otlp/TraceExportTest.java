package accesslog.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import accesslog.CommandLineRun;
import accesslog.LogText;
import accesslog.generator.Dialect;
import accesslog.generator.LogGenerator;
import accesslog.generator.LogGenerator.Wish;
import com.google.protobuf.ByteString;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TraceExportTest {

    private static final String SAMPLE = "src/test/resources/samples/internal/access.gz";

    @TempDir
    Path folder;

    private final TraceReceiver receiver = new TraceReceiver();

    @AfterEach
    void close() {
        receiver.close();
    }

    private CommandLineRun export(String log, String... more) {
        String[] args = {"--json", "-", "--otlp", receiver.uri().toString(), log};
        String[] all = java.util.Arrays.copyOf(args, args.length + more.length);
        System.arraycopy(more, 0, all, args.length, more.length);
        return CommandLineRun.of(all);
    }

    /**
     * <pre>
     *   LDAP connection
     *   ├─ BIND
     *   └─ MOD
     *      └─ SRCH (objectclass=*)
     * </pre>
     */
    @Test
    void hangsOperationsUnderTheirConnection_andInternalOnesUnderTheirs() throws IOException {
        Path log = Files.writeString(
                folder.resolve("access"),
                new LogText()
                        .bound(7, "uid=sso,dc=x")
                        .lines(
                                "conn=7 op=1 MOD dn=\"uid=a,dc=x\"",
                                "conn=7 (Internal) op=1(1)(1) SRCH base=\"dc=x\" scope=2 filter=\"objectclass=*\" attrs=ALL",
                                "conn=7 (Internal) op=1(1)(1) RESULT err=0 tag=48 nentries=5 etime=0.000000009",
                                "conn=7 op=1 RESULT err=65 tag=103 nentries=0 etime=0.001000000",
                                "conn=7 op=2 UNBIND",
                                "conn=7 op=2 fd=64 Disconnect - Cleanly Closed Connection - U1")
                        .toString());

        CommandLineRun run = export(log.toString());

        assertThat(run.exitCode).isZero();
        Map<String, Span> byName = receiver.spans.stream().collect(Collectors.toMap(Span::getName, span -> span));
        Span connection = byName.get("LDAP connection");
        Span modify = byName.get("MOD");
        assertThat(byName.keySet())
                .containsExactlyInAnyOrder("LDAP connection", "BIND", "MOD", "SRCH (objectclass=*)", "UNBIND");
        assertThat(connection.getParentSpanId()).isEmpty();
        assertThat(modify.getParentSpanId()).isEqualTo(connection.getSpanId());
        assertThat(byName.get("SRCH (objectclass=*)").getParentSpanId()).isEqualTo(modify.getSpanId());
        assertThat(modify.getStatus().getCode()).isEqualTo(Status.StatusCode.STATUS_CODE_ERROR);
        assertThat(modify.getEndTimeUnixNano() - modify.getStartTimeUnixNano()).isEqualTo(3_000_000);
        assertThat(connection.getStartTimeUnixNano()).isLessThan(modify.getStartTimeUnixNano());
        assertThat(connection.getEndTimeUnixNano()).isGreaterThan(modify.getEndTimeUnixNano());
        assertThat(receiver.service).isEqualTo("ldap");
        assertThat(attribute(modify, "ldap.bind_dn")).isEqualTo("uid=sso,dc=x");
    }

    @Test
    void endsAConnectionWithWhatIsSentOfIt_whereThatIsAPart() throws IOException {
        Path log = Files.writeString(
                folder.resolve("access"),
                new LogText()
                        .bound(7, "uid=sso,dc=x")
                        .lines(
                                "conn=7 op=1 MOD dn=\"uid=a,dc=x\"",
                                "conn=7 op=1 RESULT err=0 tag=103 nentries=0 etime=0.001000000",
                                "conn=7 op=2 UNBIND",
                                "conn=7 op=2 fd=64 Disconnect - Cleanly Closed Connection - U1")
                        .toString());

        export(log.toString(), "--where", "type == 'MOD'");
        export(log.toString(), "--where", "type == 'MOD'", "--top", "1");

        assertThat(receiver.spans).hasSize(4);
        assertThat(receiver.spans.stream()
                        .map(span -> span.getStartTimeUnixNano() + " to " + span.getEndTimeUnixNano())
                        .distinct())
                .as("the operation and its connection, twice")
                .hasSize(1);
    }

    private static String attribute(Span span, String key) {
        return span.getAttributesList().stream()
                .filter(each -> each.getKey().equals(key))
                .findFirst()
                .orElseThrow()
                .getValue()
                .getStringValue();
    }

    @Test
    void saysHowManyFirst_andSendsTheSameAgain() {
        CommandLineRun first = export(SAMPLE);
        Set<ByteString> ids = new HashSet<>();
        receiver.spans.forEach(span -> ids.add(span.getTraceId().concat(span.getSpanId())));
        int count = receiver.spans.size();
        export(SAMPLE);

        assertThat(first.err)
                .startsWith(String.format(Locale.ROOT, "Sending %,d spans of %,d traces", count, 28))
                .contains(String.format(Locale.ROOT, "took %,d spans", count));
        assertThat(ids).as("every span has its own id").hasSize(count);
        assertThat(receiver.spans).hasSize(2 * count);
        receiver.spans.forEach(span -> ids.add(span.getTraceId().concat(span.getSpanId())));
        assertThat(ids).as("the second run sent no other ids").hasSize(count);
        Set<ByteString> spanIds = receiver.spans.stream().map(Span::getSpanId).collect(Collectors.toSet());
        assertThat(receiver.spans)
                .allMatch(span -> span.getParentSpanId().isEmpty() || spanIds.contains(span.getParentSpanId()));
    }

    @Test
    void sendsTheSlowestOnly_whenAskedForATop() {
        export("src/test/resources/samples/default/access.gz", "--top", "3", "--where", "type == 'SRCH'");

        List<Span> searches = receiver.spans.stream()
                .filter(span -> span.getName().startsWith("SRCH"))
                .toList();
        assertThat(searches)
                .hasSize(3)
                .allMatch(span -> span.getEndTimeUnixNano() - span.getStartTimeUnixNano() > 350_000_000);
        assertThat(receiver.spans)
                .allMatch(span ->
                        span.getName().startsWith("SRCH") || span.getName().equals("LDAP connection"));
    }

    @Test
    void staysBelowWhatReceiversTake() throws IOException {
        Path log = folder.resolve("access");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(log))) {
            LogGenerator.write(new Wish(Dialect.V2_3, 1, 2_300_000), out, truth -> {});
        }

        export(log.toString());

        assertThat(receiver.bodies).hasSizeGreaterThan(1).allMatch(length -> length < 4_000_000);
    }

    @Test
    void saysWhatTheReceiverRefused() {
        receiver.refusing = 5;

        CommandLineRun run = export(SAMPLE);

        assertThat(run.exitCode).isEqualTo(2);
        assertThat(run.err).contains("did not take 5: too old");
    }

    @Test
    void asksAgain_whenTheReceiverIsBusy() {
        receiver.busy.set(1);

        CommandLineRun run = export(SAMPLE);

        assertThat(run.exitCode).isZero();
        assertThat(receiver.spans).isNotEmpty();
    }

    @Test
    void saysThatThereIsNoReceiver() {
        receiver.close();

        CommandLineRun run = export(SAMPLE);

        assertThat(run.exitCode).isEqualTo(2);
        assertThat(run.err).contains("Is it listening at " + receiver.uri() + "/v1/traces");
    }
}

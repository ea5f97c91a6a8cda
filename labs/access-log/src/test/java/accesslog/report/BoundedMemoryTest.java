package accesslog.report;

import static org.assertj.core.api.Assertions.assertThat;

import accesslog.input.Faults;
import accesslog.join.Joiner;
import accesslog.output.OperationFilter;
import accesslog.output.Pseudonyms;
import accesslog.record.LogRecord;
import accesslog.record.TextRecordParser;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Adds up a million different bases, names and shapes, which would not fit into the 256 MB that these tests are given. */
class BoundedMemoryTest {

    private static final int DIFFERENT = 1_000_000;
    private static final int KEYS = 5_000;
    private static final String STAMP = "[21/Nov/2026:07:16:24.380951288 +0000] ";

    private final Statistics statistics = new Statistics(KEYS, OperationFilter.ALL, null);
    private final Joiner joiner = new Joiner(statistics);
    private final TextRecordParser parser = new TextRecordParser();
    private final LogRecord record = new LogRecord();

    private void accept(String line) {
        byte[] bytes = (STAMP + line).getBytes(StandardCharsets.US_ASCII);
        if (parser.parse(bytes, 0, bytes.length, record) != null) {
            throw new AssertionError(line);
        }
        joiner.accept(record, false);
    }

    @Test
    void countsRareKeysAsOthers() {
        accept("conn=1 fd=64 slot=64 connection from 10.0.0.1 to 10.0.0.2");
        for (int i = 0; i < DIFFERENT; i++) {
            int op = 2 * i;
            accept("conn=1 op=" + op + " BIND dn=\"uid=u" + i + ",dc=x\" method=128 version=3");
            accept("conn=1 op=" + op + " RESULT err=0 tag=97 nentries=0 etime=0.000001000");
            String base = i % 10 == 0 ? "dc=often" : "ou=b" + i + ",dc=x";
            accept("conn=1 op=" + (op + 1) + " SRCH base=\"" + base + "\" scope=2 filter=\"(a" + i + "=x)\" attrs=ALL");
            accept("conn=1 op=" + (op + 1) + " RESULT err=0 tag=101 nentries=0 etime=0.000002000 notes=U");
        }
        joiner.endOfInput();

        assertThat(statistics.operations).isEqualTo(2L * DIFFERENT);
        for (Table table :
                new Table[] {statistics.shapes, statistics.bindDns, statistics.bases, statistics.unindexed}) {
            assertThat(table.size()).isLessThanOrEqualTo(KEYS);
            long kept = table.rows().stream().mapToLong(row -> row.count).sum();
            boolean searches = table == statistics.bases || table == statistics.unindexed;
            assertThat(kept + table.others().count).isEqualTo(searches ? DIFFERENT : 2L * DIFFERENT);
        }
        Row often = statistics.bases.rows().stream()
                .filter(row -> row.text().equals("dc=often"))
                .findFirst()
                .orElseThrow();
        assertThat(often.count).isEqualTo(DIFFERENT / 10);
        assertThat(report()).contains("«Others»: ", "rare keys with", "--keys makes more");
    }

    private String report() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Report report = new ReportBuilder(statistics, Pseudonyms.NONE, 3)
                .build(new InputSummary(1, 1, 1, 1, 1, false, ""), new Faults(), null);
        new TextReport(new PrintStream(bytes, true, StandardCharsets.UTF_8), 200).print(report);
        return bytes.toString(StandardCharsets.UTF_8);
    }
}

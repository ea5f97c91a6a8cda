package accesslog.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextRecordParserTest {

    private static final String STAMP = "[21/Nov/2026:07:16:24.380951288 +0000] ";

    private final LogRecord record = new LogRecord();

    private FaultKind parse(String line) {
        byte[] bytes = ("before" + line + "after").getBytes(StandardCharsets.UTF_8);
        return new TextRecordParser().parse(bytes, 6, bytes.length - 5, record);
    }

    @ParameterizedTest
    @CsvSource({
        "[21/Nov/2026:07:16:24.380951288 +0000],    2026-11-21T07:16:24.380951288Z",
        "[21/Nov/2026:13:34:56.747486321 +051800],  2026-11-21T08:04:56.747486321Z",
        "[21/Nov/2026:04:34:56.000000001 -031800],  2026-11-21T08:04:56.000000001Z",
        "[21/Nov/2026:13:34:56.000000001 +0530],    2026-11-21T08:04:56.000000001Z",
        "[29/Feb/2024:23:59:59 -0800],              2024-03-01T07:59:59Z",
        "[10/Jun/2025:21:18:06.100000Z],            2025-06-10T21:18:06.100Z",
        "[10/Jun/2025:11:06:44.711859 +0200],       2025-06-10T09:06:44.711859Z",
    })
    void readsStamps(String stamp, Instant time) {
        assertThat(parse(stamp + " conn=1 op=1 UNBIND")).isNull();
        assertThat(record.time).isEqualTo(time.getEpochSecond() * 1_000_000_000L + time.getNano());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[31/Feb/2026:07:16:24.380951288 +0000]", "[21/Nov/2026:25:16:24.380951288 +0000]",
                        "[21/Nov/2026:07:16:24.380951288 +05]",
                "[21/Nuv/2026:07:16:24.380951288 +0000]", "[21/Nov/0026:07:16:24.380951288 +0000]",
                        "[21/Nov/2026:07:16:24.380951288 +0000",
                "[21/Nov/2026:07:xx:24.380951288 +0000]"
            })
    void refusesStampsThatAreNone(String stamp) {
        assertThat(parse(stamp + " conn=1 op=1 UNBIND")).isEqualTo(FaultKind.BAD_STAMP);
    }

    /** Nothing escapes a quote in a filter, so a client can put any record into one. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "(cn=a\"b\" scope=9)",
                "(cn=\" attrs=\"uid)",
                "(cn=conn=99 op=1 RESULT err=0)",
                "(cn=\", Bad search filter)",
                "(cn=\" authzid=\"cn=directory manager)",
            })
    void takesAFilterAsItIs(String filter) {
        assertThat(parse(STAMP + "conn=1 op=1 SRCH base=\"dc=x\" scope=2 filter=\"" + filter + "\" attrs=\"cn\""))
                .isNull();
        assertThat(record.filter.toString()).isEqualTo(filter);
        assertThat(record.attrs.toString()).isEqualTo("cn");
        assertThat(record.authzid.present()).isFalse();
        assertThat(record.scope).isEqualTo(2);
    }

    @Test
    void readsSearchesThatWereRefused() {
        assertThat(parse(STAMP + "conn=1 op=1 SRCH base=\"dc=x\" scope=2 filter=\"???\", Bad search filter"))
                .isNull();
        assertThat(record.filter + "|" + record.text).isEqualTo("???|Bad search filter");

        assertThat(parse(STAMP + "conn=1 op=1 SRCH dn=\"not a dn\" authzid=\"(null)\", invalid dn"))
                .isNull();
        assertThat(record.dn + "|" + record.text).isEqualTo("not a dn|invalid dn");
    }

    @Test
    void readsSearchesOfOldVersions() {
        assertThat(parse(STAMP + "conn=1 op=1 SRCH base=\"dc=x\" scope=2 filter=\"(uid=test)\""))
                .isNull();
        assertThat(record.filter.toString()).isEqualTo("(uid=test)");
        assertThat(record.attrs.present()).isFalse();
    }

    /** Paged results have another order, and 3.2.1 has more times and what the workers were doing. */
    @Test
    void readsResultsByName() {
        assertThat(parse(STAMP
                        + "conn=1 op=1 RESULT err=0 tag=101 nentries=500 wqtime=0.000000005 wtime=0.000000001 optime=0.016000000"
                        + " writetime=0.000000002 etime=0.016000001 wbusy=12/16 wqdepth=3 sid=\"x\" notes=U,P details=\"a, b,err=9\""
                        + " pr_idx=0 pr_cookie=-1 csn=5f00"))
                .isNull();
        assertThat(record.nentries).isEqualTo(500);
        assertThat(record.wtime).isEqualTo(1);
        assertThat(record.optime).isEqualTo(16_000_000);
        assertThat(record.etime).isEqualTo(16_000_001);
        assertThat(record.notes.toString()).isEqualTo("U,P");
        assertThat(record.err).isZero();
    }

    @Test
    void readsWhatAResultSays() {
        assertThat(
                        parse(
                                STAMP
                                        + "conn=1 op=1 RESULT err=49 tag=97 nentries=0 etime=0.001000000 - No such user, err=0 dn=\"x\" sid=\"s\""))
                .isNull();
        assertThat(record.text.toString()).isEqualTo("No such user, err=0 dn=\"x\"");
        assertThat(record.err).isEqualTo(49);
        assertThat(record.dn.present()).isFalse();
    }

    @Test
    void saysThatATimeIsNegative() {
        assertThat(
                        parse(
                                STAMP
                                        + "conn=1 op=1 RESULT err=0 tag=101 nentries=1 wtime=-161634.769201119 optime=161633.231282362 etime=0.000478713"))
                .isEqualTo(FaultKind.NEGATIVE_TIME);
        assertThat(record.kind).isEqualTo(RecordKind.RESULT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fd=64 Disconnect - Cleanly Closed Connection - U1            | U1",
                "fd=64 Disconnect - Connection reset by peer - Bad Ber Tag - B1 | B1",
                "fd=64 closed - U1                                            | U1",
                "fd=64 closed error 32 (Broken pipe) - B1                     | B1",
                "fd=64 closed Idle timeout (nsslapd-idletimeout) - T1         | T1",
                "fd=64 closed                                                 | ''",
            })
    void readsWhyAConnectionWasClosed(String text, String code) {
        assertThat(parse(STAMP + "conn=1 op=-1 " + text)).isNull();
        assertThat(record.kind).isEqualTo(RecordKind.CLOSE);
        assertThat(record.text.toString()).isEqualTo(code);
        assertThat(record.op).isEqualTo(-1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "conn=1 fd=64 slot=64 SSL connection from 2001:db8::1%eth0 to ::1 | CONNECTION | 2001:db8::1%eth0",
                "conn=1 fd=64 slot=64 connection from local to /run/x.socket      | CONNECTION | local",
                "conn=1 TLS1.3 128-bit AES-GCM; client CN=a; issuer CN=b           | TLS        | ''",
                "conn=1 SSL 256-bit AES                                           | TLS        | ''",
                "conn=1 op=3 UNPROCESSED OPERATION - reason                       | OTHER      | ''",
                "conn=1 op=3 EXT_INFO name=\"x\" bind_dn=\"y\" rc=0                | OTHER      | ''",
                "conn=1 op=3 EXT oid=\"1.2.3\" name=\"whoami\"                      | REQUEST    | 1.2.3",
                "conn=1 op=3 CMP dn=\"uid=a\" attr=\"departmentNumber\"             | REQUEST    | ''",
                "conn=1 op=3 MODRDN dn=\"uid=a\" newrdn=\"uid=b\" newsuperior=\"(null)\" | REQUEST | uid=b",
                "conn=1 op=3 ENTRY dn=\"x\"                                        | OTHER      | ''",
                "conn=1 op=3 REFERRAL                                             | OTHER      | ''",
            })
    void knowsEveryKindOfRecord(String text, RecordKind kind, String detail) {
        assertThat(parse(STAMP + text)).isNull();
        assertThat(record.kind).isEqualTo(kind);
        assertThat(record.detail.toString()).isEqualTo(detail);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "conn=1 op=3 RES                                      | HALF_RECORD",
                "conn=1 op=3 RESULT err=0 tag=101 nentries=1          | HALF_RECORD",
                "conn=1 op=3 RESULT err=0 tag=101 nentries=1 etime=0.x | BAD_TIME",
                "conn=1 op=3 RESULT err=zero tag=101 etime=0.000000001 | BAD_TIME",
                "conn=1 op=3 SRCH base=\"dc=x\" scope=2 fil           | HALF_RECORD",
                "conn=1 op=3 BIND dn=\"uid=a,                         | HALF_RECORD",
                "conn=1 op=3 DANCE dn=\"uid=a\"                        | UNKNOWN_RECORD",
                "conn=1 op=                                           | HALF_RECORD",
                "connection=1                                         | UNKNOWN_RECORD",
            })
    void saysWhatIsWrong(String text, FaultKind fault) {
        assertThat(parse(STAMP + text)).isEqualTo(fault);
    }

    @Test
    void knowsWhatTheServerItselfHasCut() {
        String line = STAMP + "conn=1 op=3 SRCH base=\"dc=x\" scope=2 filter=\"(|" + "(uid=a)".repeat(300);
        assertThat(parse(line.substring(0, 2_045) + "...")).isEqualTo(FaultKind.CUT);
        assertThat(record.type).isEqualTo(OperationType.SRCH);
        assertThat(record.dn.toString()).isEqualTo("dc=x");
    }
}

package accesslog.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class JsonRecordParserTest {

    private static final String TIME = "\"local_time\":\"2026-11-21T07:16:24.380951288 +0530\",";

    private final LogRecord record = new LogRecord();

    private FaultKind parse(String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        return new JsonRecordParser().parse(bytes, 0, bytes.length, record);
    }

    @Test
    void readsAResult() {
        assertThat(parse("{" + TIME
                        + "\"operation\":\"RESULT\",\"key\":\"1-7\",\"conn_id\":7,\"op_id\":3,\"msg\":\"SASL bind in progress\",\"tag\":97,"
                        + "\"err\":0,\"nentries\":0,\"wtime\":\"0.000000001\",\"optime\":\"0.000000002\",\"etime\":\"0.000000003\",\"notes\":[{\"note\":\"U\","
                        + "\"description\":\"x\",\"filter\":\"(a=b)\"},{\"note\":\"P\"}],\"bind_dn\":\"uid=a\"}"))
                .isNull();
        assertThat(record.conn + " " + record.op + " " + record.notes + " " + record.dn)
                .isEqualTo("7 3 U,P uid=a");
        assertThat(record.etime).isEqualTo(3);
        assertThat(record.text.present()).as("the server's mistake").isFalse();
        assertThat(record.time).isEqualTo(1_795_225_584_380_951_288L);
    }

    @Test
    void readsInternalOperations() {
        assertThat(
                        parse(
                                "{" + TIME
                                        + "\"operation\":\"SEARCH\",\"conn_id\":7,\"op_id\":3,\"internal_op\":true,\"op_internal_id\":4,"
                                        + "\"op_internal_nested_count\":2,\"base_dn\":\"dc=x\",\"scope\":1,\"filter\":\"(cn=\\\"a\\n)\",\"attrs\":[\"a\",\"b\",\"...\"]}"))
                .isNull();
        assertThat(record.internal).isTrue();
        assertThat(record.internalId + " " + record.nesting + " " + record.scope)
                .isEqualTo("4 2 1");
        assertThat(record.filter.toString()).isEqualTo("(cn=\"a\n)");
    }

    @Test
    void keepsWhatWasReadBeforeTheServerCutTheRecord() {
        String json = "{" + TIME + "\"operation\":\"SEARCH\",\"conn_id\":7,\"op_id\":3,\"base_dn\":\""
                + "a".repeat(2_000) + "...\n}";
        assertThat(parse(json)).isEqualTo(FaultKind.CUT);
        assertThat(record.type).isEqualTo(OperationType.SRCH);
    }

    @Test
    void saysWhatIsWrong() {
        assertThat(parse("{\"a\":")).isEqualTo(FaultKind.BAD_JSON);
        assertThat(parse("{}")).isEqualTo(FaultKind.UNKNOWN_RECORD);
        assertThat(parse("{\"operation\":\"UNBIND\",\"conn_id\":7}")).isEqualTo(FaultKind.BAD_STAMP);
        assertThat(parse("{" + TIME + "\"operation\":\"DANCE\",\"conn_id\":7}")).isEqualTo(FaultKind.UNKNOWN_RECORD);
        assertThat(parse("{\"header\":{\"version\":\"3.2.0\"}}")).isNull();
    }
}

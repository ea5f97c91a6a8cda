package traces.otlp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.protobuf.ByteString;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.ArrayValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.common.v1.KeyValueList;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.TracesData;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import traces.model.SampleSpan;

class OtlpJsonTest {

    /** Every kind of value that a span can have. */
    private static final Span FULL = Span.newBuilder()
            .setTraceId(ByteString.fromHex("5b8efff798038103d269b633813fc60c"))
            .setSpanId(ByteString.fromHex("eee19b7ec3c1b174"))
            .setParentSpanId(ByteString.fromHex("eee19b7ec3c1b173"))
            .setName("GET /beers \"\\ \n € 🍩")
            .setKind(Span.SpanKind.SPAN_KIND_SERVER)
            .setFlags(0xffff_ffff)
            .setStartTimeUnixNano(-1)
            .setEndTimeUnixNano(1_544_712_661_000_000_000L)
            .addAttributes(attribute(AnyValue.newBuilder().setStringValue("")))
            .addAttributes(attribute(AnyValue.newBuilder().setBoolValue(false)))
            .addAttributes(attribute(AnyValue.newBuilder().setIntValue(Long.MIN_VALUE)))
            .addAttributes(attribute(AnyValue.newBuilder().setDoubleValue(Double.NEGATIVE_INFINITY)))
            .addAttributes(attribute(AnyValue.newBuilder().setDoubleValue(0.1)))
            .addAttributes(attribute(AnyValue.newBuilder().setBytesValue(ByteString.fromHex("00fbff"))))
            .addAttributes(attribute(AnyValue.newBuilder()
                    .setArrayValue(ArrayValue.newBuilder().addValues(AnyValue.getDefaultInstance()))))
            .addAttributes(attribute(AnyValue.newBuilder()
                    .setKvlistValue(KeyValueList.newBuilder()
                            .addValues(attribute(AnyValue.newBuilder().setIntValue(7))))))
            .addEvents(Span.Event.newBuilder().setName("exception").setTimeUnixNano(1))
            .addLinks(Span.Link.newBuilder()
                    .setTraceId(ByteString.fromHex("5b8efff798038103d269b633813fc60d"))
                    .setSpanId(ByteString.fromHex("eee19b7ec3c1b175")))
            .build();

    @Test
    void readsWhatItWrote() throws Exception {
        TracesData full = traces(FULL);

        assertThat(OtlpJson.read(OtlpJson.write(full).getBytes(UTF_8))).isEqualTo(full);
    }

    /** The file holds what the hand-written writer of an earlier version made of the same span. */
    @Test
    void readsAndWritesARecordedFile() throws Exception {
        byte[] recorded =
                OtlpJsonTest.class.getResourceAsStream("/traces/otlp/full.json").readAllBytes();

        assertThat(OtlpJson.read(recorded)).isEqualTo(traces(FULL));
        assertThat(new ObjectMapper().readTree(OtlpJson.write(traces(FULL))))
                .isEqualTo(new ObjectMapper().readTree(recorded));
    }

    @Test
    void writesIdsAsHexKindsAsNumbersAndTimesAsText() {
        String json = OtlpJson.write(traces(FULL));

        assertThat(json)
                .contains("\"traceId\":\"5b8efff798038103d269b633813fc60c\"")
                .contains("\"spanId\":\"eee19b7ec3c1b175\"")
                .contains("\"kind\":2")
                .contains("\"startTimeUnixNano\":\"18446744073709551615\"")
                .contains("\"flags\":4294967295")
                .contains("\"bytesValue\":\"APv/\"");
    }

    @Test
    void writesNothingThatATerminalObeys() {
        String json = OtlpJson.write(SampleSpan.trace(SampleSpan.named("\u001b[2J \u009b2J \u202e \n"))
                .toOtlp());

        assertThat(json).matches("[\\x20-\\x7e]*");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    "traceId": "5B8EFFF798038103D269B633813FC60C"    | {"traceId":"5b8efff798038103d269b633813fc60c"}
                    "kind": "SPAN_KIND_SERVER"                       | {"kind":2}
                    "kind": 77                                       | {"kind":77}
                    "startTimeUnixNano": 18446744073709551615        | {"startTimeUnixNano":"18446744073709551615"}
                    "endTimeUnixNano": 1.544712661e18                | {"endTimeUnixNano":"1544712661000000000"}
                    "flags": "4294967295"                            | {"flags":4294967295}
                    "name": null                                     | {}
                    "name": "overwritten", "name": "last"            | {"name":"last"}
                    "trace_id": "x", "future": [{"traceId": "x"}, 1] | {}
                    """)
    void readsOtherWaysToSayTheSame(String fields, String usual) throws Exception {
        TracesData read = OtlpJson.read(json(fields));

        assertThat(OtlpJson.write(read)).contains("\"spans\":[" + usual + "]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    "traceId": "5b8e…"              | /resourceSpans/0/scopeSpans/0/spans/0/traceId should be hex digits
                    "spanId": "123"                 | seen: 123
                    "parentSpanId": 7               | parentSpanId should be hex digits
                    "links": [{"traceId": "zz"}]    | links/0/traceId should be hex digits
                    "kind": "SERVER"                | kind should be the number of a SpanKind; seen: SERVER
                    "kind": 1e99                    | kind should be a whole number of 32 bits
                    "startTimeUnixNano": -1         | a whole number of 64 bits, and no sign; seen: -1
                    "startTimeUnixNano": 0.5        | a whole number of 64 bits
                    "startTimeUnixNano": "noon"     | a whole number of 64 bits
                    "endTimeUnixNano": 1e999999999  | a whole number of 64 bits
                    "endTimeUnixNano": 1e-999999999 | a whole number of 64 bits
                    "endTimeUnixNano": 18446744073709551616 | a whole number of 64 bits
                    "flags": 4294967296             | a whole number of 32 bits
                    "name": "\\u001b[2J", "kind": "\\u001b[2J" | seen: \\u001b[2J
                    "attributes": [{"value": {"doubleValue": "0x1p3"}}] | doubleValue should be a number
                    "attributes": [{"value": {"doubleValue": 1e999}}]   | doubleValue should be a number
                    "attributes": [{"value": {"boolValue": "true"}}]    | boolValue should be true or false
                    "attributes": [{"value": {"bytesValue": "€"}}]      | bytesValue should be base64
                    """)
    void saysWhatIsWrong(String field, String telling) {
        assertThatThrownBy(() -> OtlpJson.read(json(field)))
                .isInstanceOf(InvalidOtlp.class)
                .hasMessageContaining(telling);
    }

    /** JSON can say half a letter, protobuf can't: the store could not encode it. */
    @Test
    void turnsHalfALetterIntoAQuestionMark() throws Exception {
        TracesData read = OtlpJson.read(json("\"name\": \"\\ud83c!\""));

        assertThat(TracesData.parseFrom(read.toByteArray())
                        .getResourceSpans(0)
                        .getScopeSpans(0)
                        .getSpans(0)
                        .getName())
                .isEqualTo("?!");
    }

    @ParameterizedTest
    @ValueSource(ints = {45, 10_000, 1_000_000})
    void refusesValuesThatNestTooDeeply(int levels) {
        String opening = "{\"arrayValue\":{\"values\":[".repeat(levels);
        String json = "{\"resourceSpans\":[{\"resource\":{\"attributes\":[{\"value\":" + opening;

        assertThatThrownBy(() -> OtlpJson.read(json.getBytes(UTF_8))).isInstanceOf(InvalidOtlp.class);
    }

    /** What JSON may nest, protobuf must be able to read again. */
    @Test
    void readsNoDeeperThanProtobufDoes() throws Exception {
        for (int levels = 40; ; levels++) {
            String json = "{\"resourceSpans\":[{\"resource\":{\"attributes\":[{\"value\":"
                    + "{\"arrayValue\":{\"values\":[".repeat(levels) + "]}}".repeat(levels) + "}]}}]}";
            TracesData read;
            try {
                read = OtlpJson.read(json.getBytes(UTF_8));
            } catch (InvalidOtlp tooDeep) {
                assertThat(tooDeep).hasMessageContaining("no more than 100 messages");
                return;
            }
            assertThat(TracesData.parseFrom(read.toByteArray())).isEqualTo(read);
        }
    }

    private static byte[] json(String fieldsOfSpan) {
        return ("{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":[{" + fieldsOfSpan + "}]}]}]}").getBytes(UTF_8);
    }

    private static KeyValue attribute(AnyValue.Builder value) {
        return KeyValue.newBuilder().setKey("key").setValue(value).build();
    }

    private static TracesData traces(Span... spans) {
        return TracesData.newBuilder()
                .addResourceSpans(ResourceSpans.newBuilder()
                        .addScopeSpans(ScopeSpans.newBuilder().addAllSpans(Arrays.asList(spans))))
                .build();
    }
}

package traces.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.ArrayValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.common.v1.KeyValueList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AttributeTextTest {

    static Stream<Arguments> values() {
        return Stream.of(
                Arguments.of(text("ipa"), "ipa"),
                Arguments.of(text(""), ""),
                Arguments.of(text("\"<b>"), "\"<b>"),
                Arguments.of(number(42), "42"),
                Arguments.of(number(Long.MIN_VALUE), "-9223372036854775808"),
                Arguments.of(AnyValue.newBuilder().setBoolValue(false).build(), "false"),
                Arguments.of(AnyValue.newBuilder().setDoubleValue(4.5).build(), "4.5"),
                Arguments.of(AnyValue.newBuilder().setDoubleValue(Double.NaN).build(), "NaN"),
                Arguments.of(
                        AnyValue.newBuilder()
                                .setDoubleValue(Double.NEGATIVE_INFINITY)
                                .build(),
                        "-Infinity"),
                Arguments.of(
                        AnyValue.newBuilder()
                                .setBytesValue(ByteString.copyFromUtf8("beer"))
                                .build(),
                        "YmVlcg=="),
                Arguments.of(AnyValue.getDefaultInstance(), ""),
                Arguments.of(array(), "[]"),
                Arguments.of(array(text("a"), number(1)), "[\"a\",1]"),
                Arguments.of(array(text("\"\u001b\n")), "[\"\\\"\\u001B\\n\"]"),
                Arguments.of(map(), "{}"),
                Arguments.of(
                        map(entry("abv", number(5)), entry("hops", array(text("x")))), "{\"abv\":5,\"hops\":[\"x\"]}"));
    }

    @ParameterizedTest
    @MethodSource("values")
    void readsAsText(AnyValue value, String text) {
        assertThat(AttributeText.text(value)).isEqualTo(text);
    }

    @Test
    void takesTheFirst_whenAKeyIsThereTwice() {
        List<KeyValue> twice = List.of(entry("beer", text("ipa")), entry("beer", text("stout")));

        assertThat(AttributeText.find(twice, "beer"))
                .contains(AttributeText.all(twice).get("beer"));
    }

    @Test
    void keepsTheirOrder() {
        List<KeyValue> attributes = List.of(entry("z", text("1")), entry("a", text("2")), entry("m", text("3")));

        assertThat(AttributeText.all(attributes).keySet()).containsExactly("z", "a", "m");
    }

    @Test
    void hasNone_whenNobodySaidIt() {
        assertThat(AttributeText.find(List.of(entry("beer", text("ipa"))), "donut"))
                .isEmpty();
    }

    @Test
    void stopsSomewhere_whenValuesNestWithoutEnd() {
        AnyValue deep = text("bottom");
        for (int i = 0; i < 10_000; i++) {
            deep = array(deep);
        }

        assertThat(AttributeText.text(deep)).hasSizeLessThan(200).contains("…");
    }

    private static AnyValue text(String text) {
        return AnyValue.newBuilder().setStringValue(text).build();
    }

    private static AnyValue number(long number) {
        return AnyValue.newBuilder().setIntValue(number).build();
    }

    private static AnyValue array(AnyValue... values) {
        return AnyValue.newBuilder()
                .setArrayValue(ArrayValue.newBuilder().addAllValues(List.of(values)))
                .build();
    }

    private static AnyValue map(KeyValue... entries) {
        return AnyValue.newBuilder()
                .setKvlistValue(KeyValueList.newBuilder().addAllValues(List.of(entries)))
                .build();
    }

    private static KeyValue entry(String key, AnyValue value) {
        return KeyValue.newBuilder().setKey(key).setValue(value).build();
    }
}

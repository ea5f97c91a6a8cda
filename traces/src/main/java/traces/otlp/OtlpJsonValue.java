package traces.otlp;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.google.protobuf.Descriptors.FieldDescriptor;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Checks the simple values of OTLP's JSON, before protobuf reads them. */
final class OtlpJsonValue {

    private static final Set<String> IDS = Set.of("trace_id", "span_id", "parent_span_id");
    private static final Pattern HEX = Pattern.compile("(?:[0-9a-fA-F]{2})*+");
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/_-]*+=*+");

    // Bounded: 1e999999999 is short, and takes 400 MB once it is written out.
    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,40}(?:\\.\\d{1,40})?(?:[eE][-+]?\\d{1,2})?");
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,400}(?:\\.\\d{1,400})?(?:[eE][-+]?\\d{1,4})?");
    private static final Set<String> NOT_FINITE = Set.of("NaN", "Infinity", "-Infinity");

    private OtlpJsonValue() {}

    /** Returns whether a field's bytes are hex, as all ids are in OTLP, instead of base64, as all others are. */
    static boolean isId(FieldDescriptor field) {
        return IDS.contains(field.getName());
    }

    /** Returns whether the value is an id of 8 or 16 bytes in base64, as protobuf's own tools write it, and no hex. */
    static boolean isBase64Id(FieldDescriptor field, JsonParser json) throws IOException {
        String text = isId(field) && json.currentToken() == JsonToken.VALUE_STRING ? json.getText() : "";
        return (text.length() == 12 || text.length() == 24)
                && text.endsWith("=")
                && BASE64.matcher(text).matches();
    }

    /** Names the kind of value that belongs there, if the current token is of another kind. */
    static Optional<String> expected(FieldDescriptor field, JsonParser json) throws IOException {
        JsonToken token = json.currentToken();
        boolean isText = token == JsonToken.VALUE_STRING;
        // Numbers may be written as texts, too.
        String text = isText || token.isNumeric() ? json.getText() : "";
        return switch (field.getType()) {
            case STRING -> unless(isText, "text");
            case BOOL -> unless(token.isBoolean(), "true or false");
            case BYTES ->
                isId(field)
                        ? unless(isText && HEX.matcher(text).matches(), "hex digits, two for each byte")
                        : unless(isText && BASE64.matcher(text).matches(), "base64");
            case DOUBLE, FLOAT -> unless(isDecimal(text), "a number");
            case ENUM ->
                isText
                        ? unless(
                                field.getEnumType().findValueByName(text) != null,
                                "the number of a " + field.getEnumType().getName())
                        : whole(text, 32, true);
            case INT32, SINT32, SFIXED32 -> whole(text, 32, true);
            case UINT32, FIXED32 -> whole(text, 32, false);
            case INT64, SINT64, SFIXED64 -> whole(text, 64, true);
            case UINT64, FIXED64 -> whole(text, 64, false);
            default -> Optional.of("nothing: OTLP has no " + field.getType());
        };
    }

    private static Optional<String> unless(boolean fits, String expected) {
        return fits ? Optional.empty() : Optional.of(expected);
    }

    private static boolean isDecimal(String text) {
        return NOT_FINITE.contains(text)
                || DECIMAL.matcher(text).matches() && Double.isFinite(Double.parseDouble(text));
    }

    // 7, "7", 7.0 and 70e-1 are the same number, says protobuf
    private static Optional<String> whole(String text, int bits, boolean signed) {
        String expected = "a whole number of " + bits + " bits" + (signed ? "" : ", and no sign");
        if (!WHOLE.matcher(text).matches()
                || new BigDecimal(text).stripTrailingZeros().scale() > 0) {
            return Optional.of(expected);
        }
        BigInteger whole = new BigDecimal(text).toBigIntegerExact();
        boolean fits = signed ? whole.bitLength() < bits : whole.signum() >= 0 && whole.bitLength() <= bits;
        return unless(fits, expected);
    }
}

package traces.otlp;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the simple values of OTLP's JSON; what doesn't fit is an {@link IllegalArgumentException} that says what would. */
final class OtlpJsonValue {

    private static final Set<String> HEX = Set.of("trace_id", "span_id", "parent_span_id");

    /** No number that fits is longer, and long ones take their time. */
    private static final int LONGEST_WHOLE_NUMBER = 40;

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,400}(?:\\.\\d{1,400})?(?:[eE][-+]?\\d{1,4})?");

    private OtlpJsonValue() {}

    /** Whether a field's bytes are hex, as all ids are in OTLP, instead of base64, as everything else is. */
    static boolean isHex(FieldDescriptor field) {
        return HEX.contains(field.getName());
    }

    static Object of(FieldDescriptor field, JsonParser json) throws IOException {
        return switch (field.getType()) {
            case STRING -> text(json);
            case BOOL -> bool(json);
            case BYTES -> isHex(field) ? hex(json) : base64(json);
            case ENUM -> constant(field.getEnumType(), json);
            case DOUBLE, FLOAT -> decimal(json);
            case INT32, SINT32, SFIXED32 -> whole(json, 32, true).intValue();
            case UINT32, FIXED32 -> whole(json, 32, false).intValue();
            case INT64, SINT64, SFIXED64 -> whole(json, 64, true).longValue();
            case UINT64, FIXED64 -> whole(json, 64, false).longValue();
            default -> throw new IllegalArgumentException("nothing: OTLP has no " + field.getType());
        };
    }

    private static String text(JsonParser json) throws IOException {
        if (json.currentToken() != JsonToken.VALUE_STRING) {
            throw new IllegalArgumentException("text");
        }
        String text = json.getText();
        boolean halved = text.codePoints().anyMatch(letter -> Character.getType(letter) == Character.SURROGATE);
        // Half a letter can be said in JSON, "\ud83c", but not in protobuf: it becomes a question mark.
        return halved ? new String(text.getBytes(UTF_8), UTF_8) : text;
    }

    private static boolean bool(JsonParser json) {
        if (!json.currentToken().isBoolean()) {
            throw new IllegalArgumentException("true or false");
        }
        return json.currentToken() == JsonToken.VALUE_TRUE;
    }

    private static ByteString hex(JsonParser json) throws IOException {
        try {
            return ByteString.copyFrom(HexFormat.of().parseHex(text(json)));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("hex digits, two for each byte", e);
        }
    }

    private static ByteString base64(JsonParser json) throws IOException {
        try {
            String usual = text(json).replace('-', '+').replace('_', '/');
            return ByteString.copyFrom(Base64.getDecoder().decode(usual));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("base64", e);
        }
    }

    private static EnumValueDescriptor constant(EnumDescriptor type, JsonParser json) throws IOException {
        if (json.currentToken() != JsonToken.VALUE_STRING) {
            return type.findValueByNumberCreatingIfUnknown(whole(json, 32, true).intValue());
        }
        EnumValueDescriptor named = type.findValueByName(json.getText());
        if (named == null) {
            throw new IllegalArgumentException("the number of a " + type.getName());
        }
        return named;
    }

    private static double decimal(JsonParser json) throws IOException {
        String text = number(json);
        if (text.equals("NaN") || text.equals("Infinity") || text.equals("-Infinity")) {
            return Double.parseDouble(text);
        }
        double number = NUMBER.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException("a number");
        }
        return number;
    }

    // 7, "7", 7.0 and 70e-1 are the same number, says protobuf
    private static BigInteger whole(JsonParser json, int bits, boolean signed) throws IOException {
        try {
            String text = number(json);
            BigDecimal number = new BigDecimal(text.length() > LONGEST_WHOLE_NUMBER ? "" : text);
            // 1e999999999 is short, and takes 400 MB once it is written out.
            boolean writable = Math.abs((long) number.scale()) <= LONGEST_WHOLE_NUMBER;
            BigInteger whole = writable ? number.toBigIntegerExact() : BigInteger.ONE.shiftLeft(bits);
            boolean fits = signed ? whole.bitLength() < bits : whole.signum() >= 0 && whole.bitLength() <= bits;
            if (fits) {
                return whole;
            }
        } catch (ArithmeticException | NumberFormatException e) {
            // It isn't one.
        }
        throw new IllegalArgumentException("a whole number of " + bits + " bits" + (signed ? "" : ", and no sign"));
    }

    private static String number(JsonParser json) throws IOException {
        boolean number = json.currentToken().isNumeric() || json.currentToken() == JsonToken.VALUE_STRING;
        if (!number) {
            throw new IllegalArgumentException("a number");
        }
        return json.getText();
    }
}

package traces.terminal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;

/** Writes JSON in ASCII, which any encoding can hold and no terminal obeys. */
public final class AsciiJson {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final ObjectWriter PRETTY = MAPPER.writerWithDefaultPrettyPrinter();

    private AsciiJson() {}

    public static String pretty(Object value) {
        return text(PRETTY, value);
    }

    public static String onOneLine(Object value) {
        return text(MAPPER.writer(), value);
    }

    private static String text(ObjectWriter writer, Object value) {
        try {
            return ascii(writer.writeValueAsString(value));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not a value that Jackson can write: " + value, e);
        }
    }

    /** Replaces other characters by their codes; in JSON they only occur within texts. */
    private static String ascii(String json) {
        StringBuilder ascii = new StringBuilder(json.length());
        for (char letter : json.toCharArray()) {
            if (letter < 0x7f) {
                ascii.append(letter);
            } else {
                ascii.append(String.format("\\u%04x", (int) letter));
            }
        }
        return ascii.toString();
    }
}

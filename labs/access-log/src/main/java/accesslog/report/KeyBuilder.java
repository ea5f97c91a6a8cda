package accesslog.report;

import accesslog.join.Operation;
import java.util.Arrays;

/** Puts a key together from parts. Keys that differ in upper and lower case only are the same, as attribute names are to the server. */
final class KeyBuilder {

    private byte[] label = new byte[256];
    private byte[] key = new byte[256];
    private int length;

    void clear() {
        length = 0;
    }

    void put(byte[] part) {
        if (length + part.length > label.length) {
            label = Arrays.copyOf(label, (length + part.length) * 2);
            key = Arrays.copyOf(key, label.length);
        }
        System.arraycopy(part, 0, label, length, part.length);
        for (byte letter : part) {
            key[length++] = letter >= 'A' && letter <= 'Z' ? (byte) (letter + 32) : letter;
        }
    }

    void addTo(Table table, Operation operation) {
        table.add(key, label, length, operation);
    }
}

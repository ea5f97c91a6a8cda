package accesslog.report;

import accesslog.filter.DistinguishedName;
import accesslog.record.Bytes;
import java.util.Arrays;

/** Remembers normalised names, because most searches are below the same few bases. */
final class NameCache {

    private static final int PLACES = 1_024;

    private final byte[][] spelled = new byte[PLACES][];
    private final byte[][] normalised = new byte[PLACES][];

    byte[] normalised(byte[] name) {
        int place = Bytes.hash(name, 0, name.length) & PLACES - 1;
        if (spelled[place] == null || !Arrays.equals(spelled[place], name)) {
            spelled[place] = name;
            normalised[place] = DistinguishedName.normalised(name);
        }
        return normalised[place];
    }
}

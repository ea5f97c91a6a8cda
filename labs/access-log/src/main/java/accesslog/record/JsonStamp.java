package accesslog.record;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Reads the times of the JSON log: 2026-11-21T07:16:24.380951288 +0000, with a space that ISO 8601 does not have. */
final class JsonStamp {

    private static final long SECOND = 1_000_000_000L;

    /** The server's default, and what else administrators are likely to choose in nsslapd-accesslog-time-format. */
    private static final List<DateTimeFormatter> FORMATS = List.of(
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT),
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT),
            DateTimeFormatter.ofPattern("dd/MMM/uuuu:HH:mm:ss", Locale.ENGLISH));

    private String lastSecond = "";
    private long lastEpoch;
    long nanos;

    boolean read(String time) {
        int dot = time.lastIndexOf('.');
        int space = time.indexOf(' ', Math.max(0, dot));
        if (dot < 0 || space < 0 || space - dot > 10 || !zone(time, space + 1)) {
            return false;
        }
        String second = time.substring(0, dot);
        if (!second.equals(lastSecond) && !parse(second)) {
            return false;
        }
        byte[] zone = time.substring(space + 1).getBytes(StandardCharsets.US_ASCII);
        byte[] fraction = ("0" + time.substring(dot, space)).getBytes(StandardCharsets.US_ASCII);
        long part = ElapsedTime.nanos(fraction, 0, fraction.length);
        nanos = (lastEpoch - Stamp.offset(zone, 0, zone.length)) * SECOND + part;
        return part != LogRecord.ABSENT;
    }

    private static boolean zone(String time, int at) {
        return time.substring(at).matches("Z|[+-]\\d{4}(\\d\\d)?");
    }

    private boolean parse(String second) {
        for (DateTimeFormatter format : FORMATS) {
            try {
                lastEpoch = LocalDateTime.parse(second, format).toEpochSecond(ZoneOffset.UTC);
                lastSecond = second;
                return true;
            } catch (DateTimeException e) {
                // Another one, then.
            }
        }
        return false;
    }
}

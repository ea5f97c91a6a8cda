package test;

import accesslog.generator.Truth;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Locale;

/**
 * An operation as the learner's tool has written it. Numbers that it did not write are null, texts empty.
 *
 * @param key names it within the log, as a {@link Truth} does
 */
record JoinedOperation(
        String key,
        String type,
        Instant start,
        Instant end,
        String ended,
        Integer err,
        Integer nentries,
        Long etime,
        String dn,
        String filter,
        String shape) {

    private static final JoinedOperation NONE =
            new JoinedOperation("", "", Instant.EPOCH, Instant.EPOCH, "", null, null, null, "", "", "");

    static JoinedOperation of(JsonNode line) {
        return new JoinedOperation(
                line.path("run").asText() + "/" + line.path("conn").asText() + "/"
                        + line.path("op").asText(),
                line.path("type").asText(),
                Instant.parse(line.path("start").asText()),
                Instant.parse(line.path("end").asText()),
                line.path("ended").asText(),
                line.has("err") ? line.get("err").asInt() : null,
                line.has("nentries") ? line.get("nentries").asInt() : null,
                line.has("etime_ns") ? line.get("etime_ns").asLong() : null,
                line.path("bind_dn").asText(),
                line.path("filter").asText(),
                line.path("filter_shape").asText());
    }

    /** Stands for one that the tool did not write at all. */
    static JoinedOperation none() {
        return NONE;
    }

    boolean hasResult() {
        return ended.equals("result");
    }

    String text() {
        return type.isEmpty()
                ? "nothing: your tool did not write this operation"
                : hasResult() ? words(type, err, nentries) : type + " without a result";
    }

    static String expected(Truth truth) {
        return truth.err() == null
                ? truth.kind() + " without a result"
                : words(truth.kind(), truth.err(), truth.nentries());
    }

    private static String words(String type, Integer err, Integer nentries) {
        return "%s, err=%s, nentries=%s".formatted(type, err, nentries);
    }

    String timeText() {
        return etime == null ? "no time" : nanos(etime);
    }

    static String nanos(long nanos) {
        return String.format(Locale.ROOT, "%,d ns", nanos);
    }
}

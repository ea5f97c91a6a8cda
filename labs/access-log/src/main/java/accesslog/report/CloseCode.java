package accesslog.report;

import java.util.Map;

/** Says in words why the server closed a connection. */
final class CloseCode {

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("U1", "the client said goodbye"),
            Map.entry("A1", "aborted"),
            Map.entry("B1", "the client went away, or sent rubbish"),
            Map.entry("B2", "a request was too big"),
            Map.entry("B3", "a request could not be read"),
            Map.entry("B4", "an answer could not be sent"),
            Map.entry("T1", "idle for too long"),
            Map.entry("T2", "the client did not take its answer, or stalled in TLS"),
            Map.entry("T3", "a paged search took too long"),
            Map.entry("R1", "the connection broke"),
            Map.entry("P1", "closed by a plug-in"),
            Map.entry("P2", "the connection broke while waiting"),
            Map.entry("P3", "bad PROXY header"),
            Map.entry("P4", "bad PROXY header"),
            Map.entry("S1", "SASL failed"),
            Map.entry("open", "no close line in the log"));

    private CloseCode() {}

    static String words(String code) {
        return WORDS.getOrDefault(code, "for a reason that is not known here");
    }
}

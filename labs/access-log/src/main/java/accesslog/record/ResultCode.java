package accesslog.record;

import java.util.Map;

/** Names the results that LDAP servers give. */
public final class ResultCode {

    private static final Map<Integer, String> NAMES = Map.ofEntries(
            Map.entry(1, "operations error"),
            Map.entry(2, "protocol error"),
            Map.entry(3, "time limit exceeded"),
            Map.entry(4, "size limit exceeded"),
            Map.entry(7, "authentication method not supported"),
            Map.entry(8, "stronger authentication required"),
            Map.entry(11, "administrative limit exceeded"),
            Map.entry(12, "critical extension not available"),
            Map.entry(13, "confidentiality required"),
            Map.entry(16, "no such attribute"),
            Map.entry(17, "undefined attribute type"),
            Map.entry(18, "inappropriate matching"),
            Map.entry(19, "constraint violation"),
            Map.entry(20, "attribute or value exists"),
            Map.entry(21, "invalid attribute syntax"),
            Map.entry(32, "no such object"),
            Map.entry(34, "invalid DN syntax"),
            Map.entry(48, "inappropriate authentication"),
            Map.entry(49, "invalid credentials"),
            Map.entry(50, "insufficient access rights"),
            Map.entry(51, "busy"),
            Map.entry(52, "unavailable"),
            Map.entry(53, "unwilling to perform"),
            Map.entry(54, "loop detected"),
            Map.entry(65, "object class violation"),
            Map.entry(66, "not allowed on non-leaf"),
            Map.entry(68, "entry already exists"),
            Map.entry(80, "other"),
            Map.entry(85, "timeout"),
            Map.entry(118, "canceled"));

    private ResultCode() {}

    public static String name(long code) {
        return NAMES.getOrDefault((int) code, "result " + code);
    }
}

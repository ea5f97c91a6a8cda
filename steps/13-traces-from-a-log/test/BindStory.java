package test;

import accesslog.generator.Truth;
import java.util.List;

/** Says of an operation with a wrong Bind DN which bind decides, and why. */
record BindStory(IncidentHour hour, Truth wrong) {

    String text(JoinedOperation seen) {
        List<String> all = hour.lines(wrong.conn());
        String request = line(all, wrong.op(), " ");
        StringBuilder text = new StringBuilder("conn=%s op=%s, a %s, was sent by %s, but your output says %s.%n"
                .formatted(wrong.conn(), wrong.op(), wrong.kind(), name(wrong.dn()), name(seen.dn())));
        long op = lastBind(all);
        if (op < 0) {
            return text.append("No bind was sent before it on this connection.").toString();
        }
        String bind = line(all, op, " BIND ");
        String result = line(all, op, " RESULT ");
        return text.append("  %s%n  %s%n  %s%n".formatted(bind, result, request))
                .append(reason(bind, result, all.indexOf(result) > all.indexOf(request)))
                .toString();
    }

    private static String name(String dn) {
        return dn.isEmpty() ? "nobody (anonymous)" : dn;
    }

    private long lastBind(List<String> all) {
        for (long op = wrong.op() - 1; op >= 0; op--) {
            if (!line(all, op, " BIND ").isEmpty()) {
                return op;
            }
        }
        return -1;
    }

    private String line(List<String> all, long op, String kind) {
        String begin = "] conn=" + wrong.conn() + " op=" + op + kind;
        return all.stream().filter(line -> line.contains(begin)).findFirst().orElse("");
    }

    private static String reason(String bind, String result, boolean later) {
        if (result.contains(" err=14 ")) {
            return "err=14: a bind in several steps goes on, and until its last step the name of before is in force.";
        }
        if (!result.contains(" err=0 ")) {
            return "A bind that fails leaves the connection anonymous.";
        }
        if (bind.contains("method=sasl")) {
            return "The BIND line of a SASL bind has no name; its result has.";
        }
        String byNumber = later
                ? "The bind's result stands below this request, but the request has the higher number: go by numbers, not by lines. "
                : "";
        return byNumber
                + (quoted(bind).equalsIgnoreCase(quoted(result))
                        ? "A bind with err=0 puts its name in force for all higher numbers, up to the next bind."
                        : "The result has the name of the bind after it: it prints whoever is bound when it is written. The BIND line has the right one.");
    }

    private static String quoted(String line) {
        int at = line.indexOf("dn=\"");
        return at < 0 ? "" : line.substring(at + 4, line.indexOf('"', at + 4));
    }
}

package test;

import java.util.List;
import java.util.regex.Pattern;

/** Lines that the app logged during some requests. */
record AppLines(List<String> lines) {

    /** Those of step 03, one at the end of each request. */
    private static final Pattern OF_A_REQUEST = Pattern.compile("\\bstatus=\\d{3}\\b");
    /** Those of step 02: {@code query tastings took 12.3 ms}. */
    private static final Pattern OF_A_TIMER = Pattern.compile("\\btook [\\d.,]+ ms\\b");

    private static final Pattern OF_A_STACK_TRACE = Pattern.compile("\\s+at .+|Caused by: .*");

    /** Says whether so many requests have ended in the log, and something unusual was said meanwhile. */
    boolean haveEndedWithoutRedis(int requests) {
        long ended =
                lines.stream().filter(line -> OF_A_REQUEST.matcher(line).find()).count();
        return ended >= requests && !unusual().isEmpty();
    }

    /** Gives what the app logged besides the usual line of each request. */
    List<String> unusual() {
        return lines.stream()
                .filter(line -> !line.isBlank() && !line.startsWith("[otel."))
                .filter(line -> !OF_A_REQUEST.matcher(line).find()
                        && !OF_A_TIMER.matcher(line).find())
                .toList();
    }

    List<String> ofStackTraces() {
        return lines.stream()
                .filter(line -> OF_A_STACK_TRACE.matcher(line).matches())
                .toList();
    }
}

package test;

import accesslog.generator.IncidentLog;
import accesslog.generator.Truth;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A log in which logins fail, and the truth about it.
 *
 * @param results when each result was logged, by its operation
 */
record IncidentHour(Path log, List<Truth> truths, Map<String, Instant> results) {

    // [17/Nov/2026:06:00:00.266766837 +0000] conn=1 op=0 RESULT err=0 …
    private static final Pattern RESULT = Pattern.compile("\\[(.{30}) \\+0000] conn=(\\d+) op=(\\d+) RESULT .*");
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern(
                    "dd/MMM/uuuu:HH:mm:ss.SSSSSSSSS", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    static IncidentHour write(long seed, Path log) {
        List<Truth> truths = new ArrayList<>();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(log))) {
            IncidentLog.write(seed, out, truths::add);
        } catch (IOException e) {
            throw new UncheckedIOException("could not write " + log, e);
        }
        return new IncidentHour(log, truths, eachLine(log, IncidentHour::results));
    }

    private static Map<String, Instant> results(Stream<String> lines) {
        return lines.map(RESULT::matcher)
                .filter(Matcher::matches)
                .collect(Collectors.toMap(
                        result -> "1/" + result.group(2) + "/" + result.group(3),
                        result -> STAMP.parse(result.group(1), Instant::from)));
    }

    private static <T> T eachLine(Path log, Function<Stream<String>, T> use) {
        try (Stream<String> lines = Files.lines(log)) {
            return use.apply(lines);
        } catch (IOException e) {
            throw new UncheckedIOException("could not read " + log, e);
        }
    }

    /** Says whether it ends with its own result; stamps may go back, and then it takes no time. */
    boolean endsRightly(JoinedOperation operation) {
        Instant result = results.get(operation.key());
        return result == null || result.equals(operation.end()) || result.isBefore(operation.start());
    }

    /** Gives the first, in the log's order, that is not right; null where all are. */
    Truth firstWrong(List<JoinedOperation> joined, BiPredicate<Truth, JoinedOperation> right) {
        Map<String, JoinedOperation> byKey =
                joined.stream().collect(Collectors.toMap(JoinedOperation::key, Function.identity(), (a, b) -> a));
        return truths.stream()
                .filter(truth -> !right.test(truth, byKey.getOrDefault(truth.key(), JoinedOperation.none())))
                .findFirst()
                .orElse(null);
    }

    JoinedOperation find(List<JoinedOperation> joined, Truth truth) {
        return joined.stream()
                .filter(operation -> operation.key().equals(truth.key()))
                .findFirst()
                .orElse(JoinedOperation.none());
    }

    /** Gives the lines of an operation, for people. */
    String text(Truth truth) {
        String mark = "] conn=" + truth.conn() + " op=" + truth.op() + " ";
        return eachLine(
                log,
                lines -> lines.filter(line -> line.contains(mark))
                        .collect(Collectors.joining("\n  ", "In the log:\n  ", "")));
    }

    /** Gives the lines of a connection. */
    List<String> lines(long conn) {
        String mark = "] conn=" + conn + " ";
        return eachLine(log, lines -> lines.filter(line -> line.contains(mark)).toList());
    }
}

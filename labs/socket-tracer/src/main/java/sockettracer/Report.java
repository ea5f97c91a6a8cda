package sockettracer;

import static sockettracer.text.Units.bytes;
import static sockettracer.text.Units.cut;
import static sockettracer.text.Units.time;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Says what a section noted: a line a call, how they lie in time, what was asked again, and what cannot be told. */
final class Report {

    private static final int MOST_NUMBERS = 8;
    private static final int TITLE = 120;

    private Report() {}

    static String of(Recording recording) {
        List<Exchange> calls = recording.calls();
        List<Exchange> others = recording.unattributed();
        List<String> lines = new ArrayList<>(summary(recording, calls));
        lines.addAll(Waterfall.of(recording, calls));
        Repeat.in(calls).forEach(repeat -> lines.add("* " + sentence(repeat, calls)));
        if (!others.isEmpty()) {
            lines.add(
                    "* Unattributed: " + others.size() + " calls of other threads, while several sections were open:");
            lines.addAll(Waterfall.of(recording, others));
        }
        Findings.of(recording).forEach(finding -> lines.add("* " + finding));
        return lines.stream()
                .map(line -> line.stripTrailing() + System.lineSeparator())
                .collect(Collectors.joining());
    }

    private static List<String> summary(Recording recording, List<Exchange> calls) {
        Timeline timeline = Timeline.of(calls);
        long out = calls.stream().mapToLong(call -> call.request().count()).sum();
        long in = calls.stream().mapToLong(call -> call.answer().count()).sum();
        long percent = 100 * timeline.waiting() / Math.max(1, recording.nanos());
        return List.of(
                "",
                "=== Section " + recording.name() + " on " + recording.thread() + " took " + time(recording.nanos())
                        + ", " + time(timeline.waiting()) + " of it (" + percent + " %) waiting for " + calls.size()
                        + (calls.size() == 1 ? " call" : " calls"),
                "    " + timeline.alone() + " one after another, at most " + timeline.mostAtOnce() + " at once; "
                        + bytes(out) + " out, " + bytes(in) + " in");
    }

    private static String sentence(Repeat repeat, List<Exchange> calls) {
        List<List<Exchange>> questions = repeat.questions();
        String numbers = questions.stream()
                .limit(MOST_NUMBERS)
                .map(question -> "#" + (calls.indexOf(question.get(0)) + 1))
                .collect(Collectors.joining(" "));
        long nanos = questions.stream()
                .flatMap(List::stream)
                .mapToLong(Exchange::nanos)
                .sum();
        return (repeat.sameAnswer() ? "Asked twice, same answer: " : "A loop, same shape and different answers: ")
                + questions.size() + " times "
                + cut(questions.get(0).get(0).asked().title(), TITLE) + " (" + numbers
                + (questions.size() > MOST_NUMBERS ? " ...), " : "), ") + time(nanos) + " in all.";
    }
}

package sockettracer;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import sockettracer.Attribution.Certainty;
import sockettracer.text.HttpAnswer;
import sockettracer.text.ShownText;
import sockettracer.text.Units;

/** Sentences about the text that came and was not shown, and about what a section could not see. */
final class Findings {

    private static final int MOST_LETTERS = 120;

    private Findings() {}

    static List<String> of(Recording recording) {
        List<String> findings = new ArrayList<>();
        List<Exchange> calls = recording.calls();
        shownText(recording, findings);
        if (calls.stream().anyMatch(call -> call.attribution().certainty() == Certainty.BY_TIME)) {
            findings.add("~ is by time: another thread called, and no other section was open.");
        }
        if (recording.onlyCounted() > 0) {
            findings.add(recording.onlyCounted() + " more calls were counted, and not kept.");
        }
        calls.stream()
                .flatMap(Findings::limits)
                .distinct()
                .forEach(limit -> findings.add("Cannot see: " + limit + "."));
        return findings;
    }

    private static void shownText(Recording recording, List<String> findings) {
        if (recording.answer().length == 0) {
            return;
        }
        if (HttpAnswer.isCompressed(recording.answer())) {
            findings.add("Cannot see: which text was shown, since the answer is compressed.");
            return;
        }
        ShownText shown = ShownText.of(
                recording.calls().stream().map(call -> call.answer().head()).toList(), recording.answer());
        String unshown = Units.cut(shown.longestUnshown().replaceAll("\\s+", " "), MOST_LETTERS);
        findings.add(shown.came() + " letters came, " + shown.appear() + " appear in the answer."
                + (unshown.isEmpty() ? "" : " The longest text that does not: \"" + unshown + "\""));
    }

    private static Stream<String> limits(Exchange call) {
        List<String> limits = new ArrayList<>();
        Wire wire = Wire.of(call.request().head());
        if (wire != Wire.PLAIN) {
            limits.add("into " + call.peer() + ", which " + wire.limit());
        }
        if (HttpAnswer.isCompressed(call.answer().head())) {
            limits.add("into answers of " + call.peer() + " that are compressed");
        }
        if (call.answer().count() > call.answer().head().length) {
            limits.add("the end of a long answer of " + call.peer() + ": only the beginning was kept");
        }
        return limits.stream();
    }
}

package sockettracer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import sockettracer.text.Request.Kind;
import sockettracer.text.TextRuns;

/**
 * Something that was asked more than once.
 *
 * @param sameAnswer whether it was the same question with the same answer, and not a loop over different ones
 * @param questions each with its calls: a statement that is prepared and then executed takes two
 */
public record Repeat(boolean sameAnswer, List<List<Exchange>> questions) {

    private static final Pattern HOUSEKEEPING = Pattern.compile("(?i)(commit|rollback|set|begin)\\b");

    public static List<Repeat> in(List<Exchange> calls) {
        List<Repeat> repeats = new ArrayList<>();
        for (List<List<Exchange>> alike : by(Repeat::shape, questions(calls))) {
            List<List<List<Exchange>>> same = by(Repeat::text, alike);
            if (same.size() > 1) {
                repeats.add(new Repeat(false, alike));
            }
            // Numbers in a binary question cannot be read: there, one of a loop may only look like another one.
            if (same.size() == 1 || by(Repeat::text, alike).size() > 1) {
                same.stream().filter(group -> group.size() > 1).forEach(group -> repeats.add(new Repeat(true, group)));
            }
        }
        repeats.removeIf(repeat -> repeat.questions.size() < 2 || repeat.isHousekeeping());
        return repeats;
    }

    /** What is executed after it was prepared belongs to the statement. */
    private static List<List<Exchange>> questions(List<Exchange> calls) {
        List<List<Exchange>> questions = new ArrayList<>();
        Map<Long, List<Exchange>> prepared = new HashMap<>();
        for (Exchange call : calls) {
            Kind kind = call.asked().kind();
            List<Exchange> statement = prepared.remove(call.connection());
            if (kind == Kind.BINARY && statement != null) {
                statement.add(call);
                continue;
            }
            List<Exchange> question = new ArrayList<>(List.of(call));
            questions.add(question);
            if (kind == Kind.SQL && TextRuns.of(call.answer().head()).isEmpty()) {
                prepared.put(call.connection(), question);
            }
        }
        return questions;
    }

    private static <K> List<List<List<Exchange>>> by(Function<List<Exchange>, K> key, List<List<Exchange>> questions) {
        return List.copyOf(questions.stream()
                .collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toList()))
                .values());
    }

    private static String shape(List<Exchange> question) {
        return question.size() + " " + question.get(0).peer() + " " + Question.shape(question.get(0));
    }

    private static String text(List<Exchange> question) {
        return question.stream().map(Question::text).collect(Collectors.joining(" "));
    }

    private static String textAndAnswer(List<Exchange> question) {
        return text(question)
                + question.stream().map(call -> call.answer().fingerprint()).toList();
    }

    /** Such as a commit: it is asked again for good reason, and nothing comes back. */
    private boolean isHousekeeping() {
        return questions.stream()
                .flatMap(List::stream)
                .allMatch(call -> call.asked().kind() == Kind.SQL
                                && HOUSEKEEPING
                                        .matcher(call.asked().statement())
                                        .lookingAt()
                        || call.asked().kind() == Kind.BINARY
                                && TextRuns.of(call.answer().head()).isEmpty());
    }
}

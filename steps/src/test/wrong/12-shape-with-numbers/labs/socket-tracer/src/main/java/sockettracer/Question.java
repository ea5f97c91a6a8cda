package sockettracer;

import java.util.regex.Pattern;
import sockettracer.text.Request;
import sockettracer.text.Request.Kind;

/** Decides whether two questions are the same, or have the same shape. */
final class Question {

    private static final Pattern NUMBERS = Pattern.compile("\\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\b|\\d+");
    private static final Pattern END_OF_KEY = Pattern.compile("(?<=:)[^: ]+(?= |$)");

    private Question() {}

    /** Is the same for the questions of a loop: {@code GET beer:1} and {@code GET beer:2} -> {@code GET beer:#}. */
    static String shape(Exchange call) {
        Request request = call.asked();
        if (request.kind() == Kind.BINARY) {
            return "binary/" + call.request().count();
        }
        String statement = request.statement();
        return request.kind() == Kind.REDIS ? END_OF_KEY.matcher(statement).replaceAll("#") : statement;
    }

    /** Is the same for the same question, on whatever connection, and however often its peer counts up its own ids. */
    static String text(Exchange call) {
        Request request = call.asked();
        return request.statement() + " " + request.values();
    }
}

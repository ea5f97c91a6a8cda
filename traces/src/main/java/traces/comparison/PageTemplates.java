package traces.comparison;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;

/** The pages' files: mustache escapes what it puts in. */
final class PageTemplates {

    static final Template COMPARISON = template("comparison.html");
    static final Template CHOICE = template("choice.html");
    static final Template PROBLEM = template("problem.html");
    static final String STYLE = file("style.css");

    private PageTemplates() {}

    private static Template template(String name) {
        // {{#name}} is left out when its text is empty.
        return Mustache.compiler()
                .emptyStringIsFalse(true)
                .withLoader(PageTemplates::reader)
                .compile(file(name));
    }

    private static Reader reader(String name) {
        return new StringReader(file(name + ".html"));
    }

    private static String file(String name) {
        try (InputStream file = PageTemplates.class.getResourceAsStream(name)) {
            return new String(file.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("a file of the pages that cannot be read: " + name, e);
        }
    }
}

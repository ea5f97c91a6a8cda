package traces.comparison;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;

/** The templates and the style sheet of the pages; mustache escapes the values. */
final class PageTemplates {

    static final Template COMPARISON = template("comparison.html");
    static final Template FILE = template("comparison-file.html");
    static final Template HOME = template("home.html");
    static final Template PROBLEM = template("problem.html");
    static final String STYLE = file("style.css");

    private PageTemplates() {}

    private static Template template(String name) {
        // A section {{#name}} is left out where its text is empty.
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
            throw new UncheckedIOException("could not read a file of the pages: " + name, e);
        }
    }
}

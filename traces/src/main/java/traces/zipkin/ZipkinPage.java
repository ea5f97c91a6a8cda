package traces.zipkin;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import io.javalin.http.staticfiles.Location;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** Serves Zipkin's web page, Lens, from its jar: one program for {@code /zipkin/} and some paths below it. */
final class ZipkinPage {

    private static final String FOLDER = "/zipkin-lens";
    private static final String HTML = "text/html; charset=utf-8";

    /** The paths that the program in the browser, and not the server, tells apart. */
    private static final List<String> PATHS =
            List.of("/zipkin/index.html", "/zipkin/dependency", "/zipkin/traceViewer", "/zipkin/traces/{id}");

    /** Files may be cached for long, because their names change with their contents. */
    private static final String FOR_A_YEAR = "public, max-age=31536000, immutable";

    private static final int LARGEST_FILE = 8 << 20;

    /**
     * The settings that the page loads first, in the form of the real server. The period in which traces are searched is
     * 12 hours, one that the page offers, so that the morning's traces are found after lunch. A line between two services
     * is yellow where half of the calls fail, and red where three quarters do.
     */
    private static final String SETTINGS = """
            {
              "environment" : "",
              "queryLimit" : 20,
              "defaultLookback" : 43200000,
              "searchEnabled" : true,
              "logsUrl" : null,
              "supportUrl" : null,
              "archivePostUrl" : null,
              "archiveUrl" : null,
              "dependency" : {
                "enabled" : true,
                "lowErrorRate" : 0.5,
                "highErrorRate" : 0.75
              }
            }""";

    private ZipkinPage() {}

    static void addTo(JavalinConfig config) {
        config.staticFiles.add(files -> {
            files.hostedPath = "/zipkin/static";
            files.directory = FOLDER + "/static";
            files.location = Location.CLASSPATH;
            files.headers = Map.of(Header.CACHE_CONTROL, FOR_A_YEAR);
            // Compressed once instead of for each request: the script is 2.5 MB.
            files.precompressMaxSize = LARGEST_FILE;
        });
        addTo(config.routes);
    }

    private static void addTo(RoutesConfig routes) {
        byte[] index = read("/index.html");
        byte[] icon = read("/favicon.ico");
        byte[] settings = SETTINGS.getBytes(UTF_8);
        routes.get("/favicon.ico", ctx -> ctx.redirect("/zipkin/favicon.ico", HttpStatus.FOUND));
        routes.get("/zipkin/favicon.ico", ctx -> ctx.contentType("image/x-icon").result(icon));
        routes.get("/zipkin/config.json", ctx -> fresh(ctx, "application/json", settings));
        // Javalin takes both spellings of this path for one.
        routes.get("/zipkin", ctx -> {
            if (ctx.path().endsWith("/")) {
                fresh(ctx, HTML, index);
            } else {
                ctx.redirect("/zipkin/", HttpStatus.FOUND);
            }
        });
        PATHS.forEach(path -> routes.get(path, ctx -> fresh(ctx, HTML, index)));
    }

    private static void fresh(Context ctx, String type, byte[] content) {
        ctx.contentType(type).header(Header.CACHE_CONTROL, "no-cache").result(content);
    }

    private static byte[] read(String file) {
        try (InputStream content = ZipkinPage.class.getResourceAsStream(FOLDER + file)) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("could not read Lens's " + file, e);
        }
    }
}

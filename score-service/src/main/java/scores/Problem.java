package scores;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;

/** An error as problem details (RFC 9457). */
record Problem(String type, String title, int status, String detail) {

    static final String CONTENT_TYPE = "application/problem+json";

    static Problem of(int status, String detail) {
        // Javalin calls a 500 «Server Error»; HTTP has a longer name for it.
        String title = status == 500
                ? "Internal Server Error"
                : HttpStatus.forStatus(status).getMessage();
        return new Problem("about:blank", title, status, detail);
    }

    static void show(Context ctx, int status, String detail) {
        ctx.status(status).json(of(status, detail)).contentType(CONTENT_TYPE);
    }
}

package scores;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;

/** What went wrong, as problem details (RFC 9457). */
record Problem(String type, String title, int status, String detail) {

    static void show(Context ctx, int status, String detail) {
        String title = HttpStatus.forStatus(status).getMessage();
        ctx.status(status)
                .json(new Problem("about:blank", title, status, detail))
                .contentType("application/problem+json");
    }
}

package traces.otlp;

import io.javalin.http.Context;
import io.javalin.http.Header;

/** A request that gets another answer than 200; its message is a sentence for the sender. */
final class HttpRefusal extends Exception {

    private static final long serialVersionUID = 1;

    static final String RETRY_AFTER_SECONDS = "1";

    private final int status;
    private final String place;

    private HttpRefusal(int status, String place, String sentence, Throwable cause) {
        super(sentence, cause);
        this.status = status;
        this.place = place;
    }

    static HttpRefusal because(int status, String sentence) {
        return new HttpRefusal(status, "", sentence, null);
    }

    static HttpRefusal because(InvalidOtlp broken) {
        return new HttpRefusal(400, broken.place(), broken.getMessage(), broken);
    }

    /** Answers in the encoding of the request; in JSON, where that is not known. */
    void answer(Context ctx) {
        OtlpEncoding encoding = OtlpEncoding.of(ctx.contentType()).orElse(OtlpEncoding.JSON);
        if (status == 503 || status == 429) {
            ctx.header(Header.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        ctx.status(status).contentType(encoding.contentType());
        ctx.result(encoding.written(new RpcStatus(getMessage(), status == 400, place)));
    }
}

package traces.otlp;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Answers requests that are too broken to reach a route, with a status message like all others. */
final class MalformedRequestHandler extends ErrorHandler {

    @Override
    protected void generateResponse(
            Request request, Response response, int status, String message, Throwable cause, Callback callback) {
        OtlpEncoding encoding = OtlpEncoding.of(request.getHeaders().get(HttpHeader.CONTENT_TYPE))
                .orElse(OtlpEncoding.JSON);
        RpcStatus problem = new RpcStatus(sentence(request, message), status == 400, "");
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, encoding.contentType());
        response.write(true, ByteBuffer.wrap(encoding.written(problem)), callback);
    }

    private static String sentence(Request request, String message) {
        String path = request.getHttpURI() == null
                ? ""
                : String.valueOf(request.getHttpURI().getPath());
        // Jetty takes two slashes for an empty segment between them.
        return "The request could not be read: " + message
                + (path.contains("//") ? ". " + OtlpRoutes.hint(path).strip() : "");
    }
}

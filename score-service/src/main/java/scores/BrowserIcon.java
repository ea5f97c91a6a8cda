package scores;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Answers a browser's request for an icon before any page or log hears of it: no guest has asked for one. */
final class BrowserIcon extends Handler.Wrapper {

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (!Request.getPathInContext(request).equals("/favicon.ico")) {
            return super.handle(request, response, callback);
        }
        response.setStatus(HttpStatus.NO_CONTENT_204);
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "public, max-age=86400");
        callback.succeeded();
        return true;
    }
}

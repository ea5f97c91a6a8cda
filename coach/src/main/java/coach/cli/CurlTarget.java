package coach.cli;

import coach.bar.environment.UserError;
import coach.bar.environment.Workshop;
import java.net.URI;
import java.net.URISyntaxException;
import traces.zipkin.LoopbackNames;

/** Turns what was typed after {@code curl} into a URL: a path of the app, or a whole URL on this machine. */
final class CurlTarget {

    private CurlTarget() {}

    /**
     * @param text {@code pair/beer?name=ipa}, {@code /pair/beer?name=ipa} or
     *     {@code http://localhost:5001/match?beer=ipa}
     * @throws UserError when that is no URL, or one on another machine
     */
    static URI of(String text, URI app) {
        try {
            // In ASCII, as it goes over the wire: other letters become percent signs and figures.
            URI given = new URI(new URI(withoutSpaces(text)).toASCIIString());
            URI url = given.isAbsolute() ? given : app.resolve("/" + withoutLeadingSlashes(given.toString()));
            String host = String.valueOf(url.getHost());
            if (!"http".equals(url.getScheme()) || !(LoopbackNames.isMeantBy(host) || host.equals(app.getHost()))) {
                throw new UserError(
                        "'%s' is not on this machine: a path of the app's is expected, or a URL that begins with"
                                + " http://localhost.".formatted(text));
            }
            return url;
        } catch (URISyntaxException e) {
            throw new UserError("'%s' is no path that can be asked for: %s.%nNext: %s"
                    .formatted(text, e.getReason(), Workshop.command("curl \"pair/beer?name=ipa\"")));
        }
    }

    // A parser of URLs takes the localhost of localhost:5001/match for a scheme.
    private static String withoutSpaces(String text) {
        String url = text.strip().replace(" ", "%20");
        return url.startsWith("localhost:") || url.startsWith("127.0.0.1:") ? "http://" + url : url;
    }

    private static String withoutLeadingSlashes(String path) {
        return path.replaceFirst("^/+", "");
    }
}

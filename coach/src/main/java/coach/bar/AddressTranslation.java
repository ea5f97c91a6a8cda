package coach.bar;

import java.net.URI;

/** Translates addresses of a bar in containers into those that its machine has for it, or back, by their ports. */
record AddressTranslation(OpenBar from, OpenBar to) {

    // http://traces:9411/compare?a=1 -> http://localhost:9490/compare?a=1
    URI of(URI address) {
        String whole = address.toString();
        String authority = address.getAuthority();
        return URI.create(base(address.getPort()) + whole.substring(whole.indexOf(authority) + authority.length()));
    }

    /** Another port is the same on both sides, as the score service's is where nothing else is said. */
    private String base(int port) {
        if (port == from.app().getPort()) {
            return to.app().toString();
        }
        if (port == from.page().getPort()) {
            return to.page().toString();
        }
        if (port == from.otlp().getPort()) {
            return to.otlp().toString();
        }
        return "http://" + to.app().getHost() + (port < 0 ? "" : ":" + port);
    }
}

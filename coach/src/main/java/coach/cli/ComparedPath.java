package coach.cli;

import coach.bar.compiler.CompiledServices;
import coach.course.check.ServiceClient;
import coach.course.check.TestBar;

/**
 * A path that both bars of a comparison are asked for, and the service that answers it.
 *
 * @param path begins with a slash
 */
record ComparedPath(String service, String path) {

    /** The two bars listen at free ports, so the score service is known by its usual port, or by its only page. */
    private static final String SCORES = "(?:http://)?(?:localhost|127\\.0\\.0\\.1):5001/.*|/?match(?:[?/].*)?";

    // "pair/beer?name=ipa" -> the app; "match?beer=ipa", "localhost:5001/match?beer=ipa" -> the score service
    static ComparedPath of(String typed) {
        String path = typed.replaceFirst("^(?:http://)?(?:localhost|127\\.0\\.0\\.1):500[01]/", "/");
        String service = typed.matches(SCORES) ? CompiledServices.SCORES : CompiledServices.APP;
        return new ComparedPath(service, path.startsWith("/") ? path : "/" + path);
    }

    ServiceClient client(TestBar running) {
        return service.equals(CompiledServices.SCORES) ? running.scores() : running.app();
    }
}

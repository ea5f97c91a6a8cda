package scores;

import static java.util.Comparator.comparingDouble;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.NotFoundResponse;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.JaroWinklerDistance;

/** Names as guests give them: some are missing, some too long, and some only nearly right. */
final class Names {

    private static final int LONGEST = 100;
    /** By the share of letters that match, the first ones counting most: who types «maple» means «maple-bacon». */
    private static final JaroWinklerDistance JARO_WINKLER = new JaroWinklerDistance();
    /** 0 is the same name, 1 has no letter in common. Farther than this («wasabi» to «açaí-banana», 0.41) is no slip. */
    private static final double FARTHEST = 0.2;

    private Names() {}

    /**
     * The name as it was given, if it can be one.
     *
     * @param example a path to learn from, for whoever gave none
     * @throws BadRequestResponse when it is missing, empty or longer than 100 characters
     */
    static String checked(String given, String example) {
        if (given == null || given.isBlank()) {
            throw new BadRequestResponse("a name is missing; ask as in " + example);
        }
        if (given.length() > LONGEST) {
            throw new BadRequestResponse(
                    "a name has at most " + LONGEST + " characters, this one has " + given.length());
        }
        return given;
    }

    // "beer", "ipaa", ["ipa", "stout"] -> no beer named 'ipaa'; did you mean 'ipa'?
    static NotFoundResponse unknown(String kind, String name, List<String> known) {
        String advice =
                nearest(name, known).map("; did you mean '%s'?"::formatted).orElse("");
        return new NotFoundResponse("no %s named '%s'".formatted(kind, name) + advice);
    }

    /** The one of {@code known} that is spelled most like {@code name}, if one is near. */
    private static Optional<String> nearest(String name, List<String> known) {
        return known.stream()
                .filter(other -> distance(name, other) <= FARTHEST)
                .min(comparingDouble(other -> distance(name, other)));
    }

    private static double distance(String left, String right) {
        return JARO_WINKLER.apply(plain(left), plain(right));
    }

    // "Kölsch" -> "kolsch": not every keyboard has an ö.
    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }
}

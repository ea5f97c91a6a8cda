package traces.comparison;

/** Small words of sentences. */
public final class Plurals {

    private Plurals() {}

    // 1, "error" -> 1 error; 3, "error" -> 3 errors
    public static String count(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}

package accesslog.generator;

/**
 * Says of one operation what a reader of the log has to find out; err is null where there is no result.
 *
 * @param dn the Bind DN in force when it was sent, empty for anonymous
 * @param template the filter without its values
 */
public record Truth(
        int run,
        long conn,
        long op,
        String kind,
        String dn,
        Integer err,
        Integer nentries,
        long etime,
        String template) {

    /** Names the operation within the log. */
    public String key() {
        return run + "/" + conn + "/" + op;
    }
}

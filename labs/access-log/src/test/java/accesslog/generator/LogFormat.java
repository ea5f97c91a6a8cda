package accesslog.generator;

import java.util.Locale;

/** Writes the records of one dialect. Each method gives one record, without its stamp. */
interface LogFormat {

    String header();

    String record(long time, String fields);

    String connection(Client client, boolean tls);

    String cipher(Client client);

    String bind(Client client, long op, String dn, String mechanism);

    String search(Client client, long op, Search search);

    /** MOD, ADD, DEL, CMP and MODRDN. */
    String change(Client client, long op, String kind, String dn, String detail);

    String extended(Client client, long op, String oid, String name);

    String sort(Client client, long op, int count);

    String result(Client client, long op, Result result);

    String abandon(Client client, long op, long target, int nentries, long etime);

    String unbind(Client client, long op);

    String close(Client client, long op, String code);

    /** A search as the client sent it; the filter as the server logs it. */
    record Search(String base, int scope, String filter, String attrs, String authzid) {}

    /** A result; notes like "U,P", a tail as the text format has it, and the name that was bound or null. */
    record Result(
            String kind,
            int err,
            int nentries,
            long wtime,
            long optime,
            long etime,
            String notes,
            String tail,
            String dn) {

        int tag() {
            return switch (kind) {
                case "BIND" -> 97;
                case "SRCH" -> 101;
                case "MOD" -> 103;
                case "ADD" -> 105;
                case "DEL" -> 107;
                case "MODRDN" -> 109;
                case "CMP" -> 111;
                default -> 120;
            };
        }
    }

    static String nine(long nanos) {
        return String.format(Locale.ROOT, "%d.%09d", nanos / 1_000_000_000, nanos % 1_000_000_000);
    }

    static String ten(long nanos) {
        return String.format(Locale.ROOT, "%d.%010d", nanos / 1_000_000_000, nanos % 1_000_000_000);
    }

    static String details(String notes) {
        StringBuilder details = new StringBuilder();
        for (String note : notes.split(",")) {
            details.append(details.isEmpty() ? "" : ",").append(detail(note));
        }
        return details.toString();
    }

    static String detail(String note) {
        return switch (note) {
            case "A" -> "Fully Unindexed Filter";
            case "U" -> "Partially Unindexed Filter";
            case "P" -> "Paged Search";
            default -> "Filter Element Missing From Schema";
        };
    }
}

package accesslog.generator;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/** Writes the text format of three versions. */
final class TextFormat implements LogFormat {

    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("'['dd/MMM/uuuu:HH:mm:ss.", Locale.ENGLISH);
    private static final Map<String, String> REASONS = Map.of(
            "U1", "Cleanly Closed Connection - U1",
            "B1", "Bad Ber Tag or uncleanly closed connection - B1",
            "T1", "Connection timed out - Idle Timeout (nsslapd-idletimeout) - T1",
            "A1", "Operation canceled - Connection aborted - A1");

    private final Dialect dialect;
    private final ZoneOffset zone;
    private final String zoneText;
    private long lastSecond;
    private String lastText = "";

    TextFormat(Dialect dialect, ZoneOffset zone) {
        this.dialect = dialect;
        this.zone = zone;
        int minutes = Math.abs(zone.getTotalSeconds()) / 60;
        String sign = zone.getTotalSeconds() < 0 ? "-" : "+";
        // As versions before 3.1.0 write half hours: what is left of the hour, in seconds.
        zoneText = minutes % 60 == 0
                ? String.format(Locale.ROOT, "%s%02d00", sign, minutes / 60)
                : String.format(Locale.ROOT, "%s%02d%04d", sign, minutes / 60, minutes % 60 * 60);
    }

    @Override
    public String header() {
        return "\t389-Directory/" + dialect.version + "\n\tldap1.example.com:636 (/etc/dirsrv/slapd-lab)\n\n";
    }

    @Override
    public String record(long time, String fields) {
        long second = Math.floorDiv(time, 1_000_000_000L);
        if (second != lastSecond) {
            lastSecond = second;
            lastText = SECONDS.format(Instant.ofEpochSecond(second).atOffset(zone));
        }
        String nanos = Long.toString(1_000_000_000L + Math.floorMod(time, 1_000_000_000L))
                .substring(1);
        return lastText + nanos + " " + zoneText + "] " + fields + "\n";
    }

    @Override
    public String connection(Client client, boolean tls) {
        return "conn=" + client.id + " fd=" + client.fd + " slot=" + client.fd + (tls ? " SSL" : "")
                + " connection from " + client.ip + " to 10.0.0.5";
    }

    @Override
    public String cipher(Client client) {
        return "conn=" + client.id + " TLS1.3 256-bit AES-GCM";
    }

    private static String op(Client client, long op) {
        return "conn=" + client.id + " op=" + op + " ";
    }

    @Override
    public String bind(Client client, long op, String dn, String mechanism) {
        String method = mechanism == null ? "128 version=3" : "sasl version=3 mech=" + mechanism;
        return op(client, op) + "BIND dn=\"" + dn + "\" method=" + method;
    }

    @Override
    public String search(Client client, long op, Search search) {
        String attrs = search.attrs() == null ? "ALL" : "\"" + search.attrs() + "\"";
        String authzid = search.authzid() == null ? "" : " authzid=\"" + search.authzid() + "\"";
        return op(client, op) + "SRCH base=\"" + search.base() + "\" scope=" + search.scope() + " filter=\""
                + search.filter() + "\" attrs=" + attrs + authzid;
    }

    @Override
    public String change(Client client, long op, String kind, String dn, String detail) {
        String more = switch (kind) {
            case "CMP" -> " attr=\"" + detail + "\"";
            case "MODRDN" -> " newrdn=\"" + detail + "\" newsuperior=\"(null)\"";
            default -> "";
        };
        return op(client, op) + kind + " dn=\"" + dn + "\"" + more;
    }

    @Override
    public String extended(Client client, long op, String oid, String name) {
        return op(client, op) + "EXT oid=\"" + oid + "\" name=\"" + name + "\"";
    }

    @Override
    public String sort(Client client, long op, int count) {
        return op(client, op) + "SORT cn -uid (" + count + ")";
    }

    @Override
    public String result(Client client, long op, Result result) {
        String notes = "";
        if (!result.notes().isEmpty()) {
            String details = dialect == Dialect.V1_3_8 ? "" : " details=\"" + LogFormat.details(result.notes()) + "\"";
            notes = " notes=" + result.notes() + details;
        }
        String dn = result.dn() == null ? "" : " dn=\"" + result.dn() + "\"";
        return op(client, op) + "RESULT err=" + result.err() + " tag=" + result.tag() + " nentries=" + result.nentries()
                + " " + times(result) + notes + result.tail() + dn;
    }

    private String times(Result result) {
        return switch (dialect) {
            case V1_4_2 -> "etime=" + LogFormat.nine(result.etime());
            case V1_3_8 -> "etime=" + LogFormat.ten(result.etime());
            default ->
                "wtime=" + LogFormat.nine(result.wtime()) + " optime=" + LogFormat.nine(result.optime()) + " etime="
                        + LogFormat.nine(result.etime());
        };
    }

    @Override
    public String abandon(Client client, long op, long target, int nentries, long etime) {
        return op(client, op) + "ABANDON targetop=" + target + " msgid=" + (target + 1) + " nentries=" + nentries
                + " etime=" + LogFormat.ten(etime);
    }

    @Override
    public String unbind(Client client, long op) {
        return op(client, op) + "UNBIND";
    }

    @Override
    public String close(Client client, long op, String code) {
        String how = dialect == Dialect.V2_3 ? "Disconnect - " + REASONS.get(code) : "closed - " + code;
        return op(client, op) + "fd=" + client.fd + " " + how;
    }
}

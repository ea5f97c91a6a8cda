package accesslog.generator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes the JSON format of 3.2, on one line a record or on several. */
final class JsonFormat implements LogFormat {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSSSS xx");
    private static final Map<String, String> OPERATIONS =
            Map.of("MOD", "MODIFY", "DEL", "DELETE", "CMP", "COMPARE", "ADD", "ADD", "MODRDN", "MODRDN");

    private final Dialect dialect;
    private final ZoneOffset zone;

    JsonFormat(Dialect dialect, ZoneOffset zone) {
        this.dialect = dialect;
        this.zone = zone;
    }

    @Override
    public String header() {
        return written(Map.of("header", Map.of("version", dialect.version, "instance", "ldap1.example.com:636")));
    }

    private String written(Map<String, ?> fields) {
        try {
            return dialect == Dialect.JSON
                    ? JSON.writeValueAsString(fields) + "\n"
                    : JSON.writerWithDefaultPrettyPrinter().writeValueAsString(fields) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The time is put before the fields, which come as one object. */
    @Override
    public String record(long time, String fields) {
        String stamp = TIME.format(
                Instant.ofEpochSecond(Math.floorDiv(time, 1_000_000_000L), Math.floorMod(time, 1_000_000_000L))
                        .atOffset(zone));
        String key = "\"local_time\"" + (dialect == Dialect.JSON ? ":\"" : " : \"") + stamp + "\",";
        return "{" + (dialect == Dialect.JSON ? "" : "\n  ") + key + fields.substring(1);
    }

    private String of(Client client, long op, String operation, Object... pairs) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("operation", operation);
        fields.put("key", "1790000000-" + client.id);
        fields.put("conn_id", client.id);
        if (op >= 0) {
            fields.put("op_id", op);
        }
        for (int i = 0; i < pairs.length; i += 2) {
            if (pairs[i + 1] != null) {
                fields.put((String) pairs[i], pairs[i + 1]);
            }
        }
        return written(fields);
    }

    @Override
    public String connection(Client client, boolean tls) {
        return of(
                client,
                -1,
                "CONNECTION",
                "fd",
                client.fd,
                "slot",
                client.fd,
                "tls",
                tls,
                "client_ip",
                client.ip,
                "server_ip",
                "10.0.0.5");
    }

    @Override
    public String cipher(Client client) {
        return of(client, -1, "TLS_INFO", "tls_version", "TLS1.3", "keysize", 256, "cipher", "AES-GCM");
    }

    @Override
    public String bind(Client client, long op, String dn, String mechanism) {
        return of(
                client,
                op,
                "BIND",
                "bind_dn",
                dn,
                "version",
                3,
                "method",
                mechanism == null ? "LDAP_AUTH_SIMPLE" : "SASL",
                "mech",
                mechanism);
    }

    @Override
    public String search(Client client, long op, Search search) {
        List<String> attrs = search.attrs() == null
                ? List.of("ALL")
                : Arrays.asList(search.attrs().split(" "));
        return of(
                client,
                op,
                "SEARCH",
                "authzid",
                search.authzid(),
                "base_dn",
                search.base(),
                "scope",
                search.scope(),
                "filter",
                search.filter(),
                "psearch",
                false,
                "attrs",
                attrs);
    }

    @Override
    public String change(Client client, long op, String kind, String dn, String detail) {
        return of(
                client,
                op,
                OPERATIONS.get(kind),
                "target_dn",
                dn,
                "cmp_attr",
                kind.equals("CMP") ? detail : null,
                "newrdn",
                kind.equals("MODRDN") ? detail : null);
    }

    @Override
    public String extended(Client client, long op, String oid, String name) {
        return of(client, op, "EXTENDED_OP", "oid", oid, "name", name);
    }

    @Override
    public String sort(Client client, long op, int count) {
        return of(client, op, "SORT", "sort_attrs", "cn -uid");
    }

    @Override
    public String result(Client client, long op, Result result) {
        List<Object> notes = new ArrayList<>();
        for (String note :
                result.notes().isEmpty() ? new String[0] : result.notes().split(",")) {
            notes.add(Map.of("note", note, "description", LogFormat.detail(note)));
        }
        boolean bound = result.kind().equals("BIND") && result.err() == 0;
        return of(
                client,
                op,
                "RESULT",
                "msg",
                bound ? "SASL bind in progress" : null,
                "tag",
                result.tag(),
                "err",
                result.err(),
                "nentries",
                result.nentries(),
                "wtime",
                LogFormat.nine(result.wtime()),
                "optime",
                LogFormat.nine(result.optime()),
                "etime",
                LogFormat.nine(result.etime()),
                "client_ip",
                client.ip,
                "notes",
                notes.isEmpty() ? null : notes,
                "bind_dn",
                result.dn());
    }

    @Override
    public String abandon(Client client, long op, long target, int nentries, long etime) {
        return of(
                client,
                op,
                "ABANDON",
                "etime",
                LogFormat.ten(etime),
                "nentries",
                nentries,
                "msgid",
                target + 1,
                "target_op",
                Long.toString(target));
    }

    @Override
    public String unbind(Client client, long op) {
        return of(client, op, "UNBIND");
    }

    @Override
    public String close(Client client, long op, String code) {
        return of(client, op, "DISCONNECT", "fd", client.fd, "close_reason", code);
    }
}

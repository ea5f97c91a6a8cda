package accesslog.query;

import accesslog.filter.FilterShape;
import accesslog.join.Operation;
import accesslog.output.Pseudonyms;
import accesslog.record.LogRecord;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelVariableResolver;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gives the values of an operation to expressions, under the names that they have in the JSON lines. A missing text is empty, a missing number -1. */
final class OperationVariables implements CelVariableResolver {

    private static final long SECOND = 1_000_000_000L;
    private static final List<String> SCOPES = List.of("base", "one", "sub");

    static final Map<String, CelType> TYPES = types();

    private final FilterShape shapes = new FilterShape();
    private final Pseudonyms pseudonyms;
    private Operation operation;

    OperationVariables(Pseudonyms pseudonyms) {
        this.pseudonyms = pseudonyms;
    }

    OperationVariables of(Operation next) {
        operation = next;
        return this;
    }

    private static Map<String, CelType> types() {
        Map<String, CelType> types = new LinkedHashMap<>();
        for (String name :
                List.of("run", "conn", "op", "err", "nentries", "optime_ns", "wtime_ns", "etime_ns", "work_ns")) {
            types.put(name, SimpleType.INT);
        }
        for (String name : List.of(
                "type",
                "client",
                "bind_dn",
                "authzid",
                "base",
                "scope",
                "filter",
                "filter_shape",
                "target_dn",
                "ended",
                "message")) {
            types.put(name, SimpleType.STRING);
        }
        types.put("start", SimpleType.TIMESTAMP);
        types.put("end", SimpleType.TIMESTAMP);
        types.put("attrs", ListType.create(SimpleType.STRING));
        types.put("notes", ListType.create(SimpleType.STRING));
        types.put("internal", SimpleType.BOOL);
        return types;
    }

    @Override
    public Optional<Object> find(String name) {
        return Optional.ofNullable(value(name));
    }

    private Object value(String name) {
        switch (name) {
            case "run":
                return (long) operation.connection.run;
            case "conn":
                return operation.connection.number;
            case "op":
                return operation.number;
            case "err":
                return number(operation.err);
            case "nentries":
                return number(operation.nentries);
            case "optime_ns":
                return number(operation.optime);
            case "wtime_ns":
                return number(operation.wtime);
            case "etime_ns":
                return number(operation.etime);
            case "work_ns":
                return number(operation.work());
            case "internal":
                return operation.internal;
            case "start":
                return instant(operation.start);
            case "end":
                return instant(operation.end);
            case "attrs":
                return words(operation.attrs, " ");
            case "notes":
                return words(operation.notes, ",");
            default:
                return text(name);
        }
    }

    private String text(String name) {
        boolean search = operation.scope >= 0;
        switch (name) {
            case "type":
                return operation.type.name();
            case "ended":
                return text(operation.ended.ascii());
            case "client":
                return text(pseudonyms.client(operation.connection.client));
            case "bind_dn":
                return text(pseudonyms.name(operation.bindDn));
            case "authzid":
                return text(pseudonyms.name(operation.authzid));
            case "base":
                return search ? text(pseudonyms.name(operation.dn)) : "";
            case "target_dn":
                return search ? "" : text(pseudonyms.name(operation.dn));
            case "scope":
                return search && operation.scope < SCOPES.size() ? SCOPES.get(operation.scope) : "";
            case "filter_shape":
                return text(operation.shape(shapes));
            case "filter":
                return text(pseudonyms.freeText(operation.filter));
            case "message":
                return text(pseudonyms.freeText(operation.message));
            default:
                return null;
        }
    }

    private static Long number(long number) {
        return number == LogRecord.ABSENT ? -1 : number;
    }

    private static Instant instant(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, SECOND), Math.floorMod(nanos, SECOND));
    }

    private static List<String> words(byte[] text, String separator) {
        return text == null || text.length == 0 ? List.of() : List.of(text(text).split(separator));
    }

    private static String text(byte[] utf8) {
        return utf8 == null ? "" : new String(utf8, StandardCharsets.UTF_8);
    }
}

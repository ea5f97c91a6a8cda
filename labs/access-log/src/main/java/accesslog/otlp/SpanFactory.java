package accesslog.otlp;

import accesslog.filter.FilterShape;
import accesslog.join.Connection;
import accesslog.join.End;
import accesslog.join.Operation;
import accesslog.output.Pseudonyms;
import accesslog.record.LogRecord;
import accesslog.record.OperationType;
import accesslog.record.ResultCode;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Makes a span of each operation, and one of the connection that they hang under. */
final class SpanFactory {

    private static final List<String> SCOPES = List.of("base", "one", "sub");

    private final SpanIds ids;
    private final FilterShape shapes = new FilterShape();
    private final Pseudonyms pseudonyms;

    SpanFactory(Pseudonyms pseudonyms, String selection) {
        ids = new SpanIds(selection);
        this.pseudonyms = pseudonyms;
    }

    Span of(Connection connection, SentOperations sent) {
        Span.Builder span = Span.newBuilder()
                .setTraceId(ids.trace(connection))
                .setSpanId(ids.span(connection))
                .setName(connection.number == 0 ? "internal operations" : "LDAP connection")
                .setKind(Span.SpanKind.SPAN_KIND_SERVER)
                .setStartTimeUnixNano(sent.start(connection))
                .setEndTimeUnixNano(sent.end(connection));
        text(span, "client.address", pseudonyms.client(connection.client));
        number(span, "ldap.connection", connection.number);
        number(span, "ldap.server_run", connection.run);
        text(span, "tls", connection.tls);
        text(span, "ldap.close_code", connection.closeCode);
        number(span, "ldap.operations", connection.operations);
        return span.build();
    }

    Span of(Operation operation) {
        byte[] shape = operation.shape(shapes);
        Span.Builder span = Span.newBuilder()
                .setTraceId(ids.trace(operation.connection))
                .setSpanId(ids.span(operation))
                .setParentSpanId(ids.parent(operation))
                .setName(shape == null ? operation.type.name() : operation.type + " " + utf8(shape))
                .setKind(operation.internal ? Span.SpanKind.SPAN_KIND_INTERNAL : Span.SpanKind.SPAN_KIND_SERVER)
                .setStartTimeUnixNano(operation.start)
                .setEndTimeUnixNano(operation.end);
        request(span, operation);
        result(span, operation);
        return span.build();
    }

    private void request(Span.Builder span, Operation operation) {
        text(span, "ldap.operation", operation.type.name());
        number(span, "ldap.connection", operation.connection.number);
        number(span, "ldap.op", operation.number);
        text(span, "ldap.bind_dn", pseudonyms.name(operation.bindDn));
        text(span, "ldap.authzid", pseudonyms.name(operation.authzid));
        text(span, "client.address", pseudonyms.client(operation.connection.client));
        boolean search = operation.type == OperationType.SRCH;
        text(span, search ? "ldap.base" : "ldap.target_dn", pseudonyms.name(operation.dn));
        if (search) {
            text(span, "ldap.filter", pseudonyms.freeText(operation.filter));
            text(span, "ldap.filter_shape", operation.shape(shapes));
            text(span, "ldap.attributes", operation.attrs);
            if (operation.scope >= 0 && operation.scope < SCOPES.size()) {
                text(span, "ldap.scope", SCOPES.get(operation.scope));
            }
        }
    }

    private void result(Span.Builder span, Operation operation) {
        number(span, "ldap.result_code", operation.err);
        number(span, "ldap.entries", operation.nentries);
        number(span, "ldap.optime_ns", operation.optime);
        number(span, "ldap.wtime_ns", operation.wtime);
        number(span, "ldap.etime_ns", operation.etime);
        text(span, "ldap.notes", operation.notes);
        text(span, "ldap.message", pseudonyms.freeText(operation.message));
        if (operation.ended != End.RESULT) {
            text(span, "ldap.ended", operation.ended.ascii());
        }
        if (operation.failed()) {
            text(span, "error.type", Long.toString(operation.err));
            span.setStatus(Status.newBuilder()
                    .setCode(Status.StatusCode.STATUS_CODE_ERROR)
                    .setMessage(ResultCode.name(operation.err)));
        }
    }

    private static void number(Span.Builder span, String key, long number) {
        if (number != LogRecord.ABSENT) {
            span.addAttributes(KeyValue.newBuilder()
                    .setKey(key)
                    .setValue(AnyValue.newBuilder().setIntValue(number)));
        }
    }

    private static void text(Span.Builder span, String key, byte[] text) {
        text(span, key, text == null ? null : utf8(text));
    }

    private static void text(Span.Builder span, String key, String text) {
        if (text != null) {
            span.addAttributes(KeyValue.newBuilder()
                    .setKey(key)
                    .setValue(AnyValue.newBuilder().setStringValue(text)));
        }
    }

    private static String utf8(byte[] text) {
        return new String(text, StandardCharsets.UTF_8);
    }
}

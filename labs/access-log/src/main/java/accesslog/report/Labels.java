package accesslog.report;

import accesslog.join.Operation;
import accesslog.output.Pseudonyms;
import java.nio.charset.StandardCharsets;

/** Writes the keys of tables, with pseudonyms where those are wanted. */
final class Labels {

    private final Pseudonyms pseudonyms;

    Labels(Pseudonyms pseudonyms) {
        this.pseudonyms = pseudonyms;
    }

    /** A key that names no one: shapes, and what a user's own expression gives. */
    String text(Row row) {
        return SafeText.of(row.text());
    }

    String dn(Row row) {
        return dn(row.label);
    }

    String client(Row row) {
        return isRemark(row.label) ? utf8(row.label) : utf8(pseudonyms.client(row.label));
    }

    String bindDn(Operation operation) {
        return dn(Statistics.bindDn(operation));
    }

    /** The entry or base that an operation is about. */
    String target(Operation operation) {
        return operation.dn == null || operation.dn.length == 0 ? "\"\"" : dn(operation.dn);
    }

    private String dn(byte[] name) {
        return isRemark(name) ? utf8(name) : utf8(pseudonyms.name(name));
    }

    /** What we ourselves wrote in brackets, as (anonymous). */
    private static boolean isRemark(byte[] label) {
        return label == Statistics.ANONYMOUS || label.length > 0 && label[0] == '(';
    }

    String utf8(byte[] text) {
        return text == null ? "" : SafeText.of(new String(text, StandardCharsets.UTF_8));
    }

    boolean arePseudonyms() {
        return pseudonyms.isOn();
    }
}

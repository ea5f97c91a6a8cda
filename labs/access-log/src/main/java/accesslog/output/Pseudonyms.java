package accesslog.output;

import accesslog.filter.DistinguishedName;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Replaces what names people and machines, always by the same in one report, so that it can be mailed.
 *
 * <p>The key is made up for each run and kept nowhere, because a plain hash of a name is found again by hashing all names.
 */
public final class Pseudonyms {

    /** Replaces nothing. */
    public static final Pseudonyms NONE = new Pseudonyms(null);

    private static final int LETTERS = 8;
    private static final int REMEMBERED = 10_000;

    private final SecretKeySpec key;
    private final Map<String, String> known = new LinkedHashMap<>();

    private Pseudonyms(SecretKeySpec key) {
        this.key = key;
    }

    public static Pseudonyms random() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return new Pseudonyms(new SecretKeySpec(bytes, "HmacSHA256"));
    }

    public boolean isOn() {
        return key != null;
    }

    // "uid=ana,ou=people" -> "uid=6f1c20ab,ou=93d07e15": what kind of name it is stays
    public byte[] name(byte[] spelled) {
        if (key == null || spelled == null || spelled.length == 0) {
            return spelled;
        }
        byte[] dn = DistinguishedName.normalised(spelled);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int start = 0;
        for (int at = 0; at <= dn.length; at++) {
            if (at + 1 < dn.length && dn[at] == '\\') {
                at++;
            } else if (at == dn.length || dn[at] == ',' || dn[at] == '+') {
                part(dn, start, at, out);
                if (at < dn.length) {
                    out.write(dn[at]);
                }
                start = at + 1;
            }
        }
        return out.toByteArray();
    }

    private void part(byte[] dn, int start, int end, ByteArrayOutputStream out) {
        int equals = start;
        while (equals < end && dn[equals] != '=') {
            equals++;
        }
        int value = equals < end ? equals + 1 : start;
        out.write(dn, start, value - start);
        String pseudonym = pseudonym(new String(dn, value, end - value, StandardCharsets.UTF_8));
        out.writeBytes(pseudonym.getBytes(StandardCharsets.US_ASCII));
    }

    // "10.1.2.3" -> "client-93d07e15"
    public byte[] client(byte[] address) {
        return key == null || address == null
                ? address
                : ("client-" + pseudonym(new String(address, StandardCharsets.UTF_8)))
                        .getBytes(StandardCharsets.US_ASCII);
    }

    /** Text that may name anyone is left out. */
    public byte[] freeText(byte[] text) {
        return key == null ? text : null;
    }

    private synchronized String pseudonym(String value) {
        if (known.size() > REMEMBERED) {
            known.clear();
        }
        return known.computeIfAbsent(value.strip().toLowerCase(java.util.Locale.ROOT), this::mac);
    }

    private String mac(String value) {
        try {
            Mac mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            byte[] bytes = mac.doFinal(value.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(bytes).substring(0, LETTERS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no HMAC in this Java", e);
        }
    }
}

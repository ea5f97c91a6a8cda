package sockettracer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PayloadTest {

    private static final String AT_NOON = "HTTP/1.1 200 OK\r\nDate: 12:00\r\n\r\n";
    private static final String LATER = "HTTP/1.1 200 OK\r\nDate: 12:01\r\n\r\n";

    private static Payload of(String text, int piece) {
        byte[] bytes = Sample.utf8(text);
        Payload payload = new Payload(1000, new AtomicLong());
        for (int at = 0; at < bytes.length; at += piece) {
            payload.add(ByteBuffer.wrap(Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + piece))));
        }
        return payload;
    }

    /** Some clients read the headers one by one. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3, 7, 1000})
    void hasTheSameFingerprint_whenOnlyHeadersDiffer(int piece) {
        long fingerprint = of(AT_NOON + "a donut", 1000).fingerprint();

        assertThat(of(LATER + "a donut", piece).fingerprint()).isEqualTo(fingerprint);
        assertThat(of(LATER + "a bagel", piece).fingerprint()).isNotEqualTo(fingerprint);
        assertThat(of(LATER.replace("200", "404") + "a donut", piece).fingerprint())
                .isNotEqualTo(fingerprint);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1000})
    void isHashedAsAWhole_whenItIsNotHttp(int piece) {
        long fingerprint = of("$1\r\na\r\n\r\nb", 1000).fingerprint();

        assertThat(of("$1\r\na\r\n\r\nb", piece).fingerprint()).isEqualTo(fingerprint);
        assertThat(of("$1\r\nx\r\n\r\nb", piece).fingerprint()).isNotEqualTo(fingerprint);
    }

    @Test
    void keepsTheBeginning_andCountsAll() {
        Payload payload = of("donut".repeat(1000), 7);

        assertThat(payload.head()).isEqualTo(Sample.utf8("donut".repeat(200)));
        assertThat(payload.count()).isEqualTo(5000);
    }
}

package sockettracer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WireTest {

    @Test
    void isHttp2_whenFramesFillItWholly() {
        // Settings (none), then a window of 4 bytes.
        byte[] frames = {0, 0, 0, 4, 0, 0, 0, 0, 0, 0, 0, 4, 8, 0, 0, 0, 0, 0, 0, 0, 1, 0};

        assertThat(Wire.of(frames)).isEqualTo(Wire.HTTP2);
    }

    @Test
    void isTls_whenItIsARecord() {
        assertThat(Wire.of(new byte[] {0x16, 3, 1, 0, 100, 1, 0})).isEqualTo(Wire.TLS);
    }

    @Test
    void isPlain_whenH2AsksSomething() {
        assertThat(Wire.of(Sample.h2(2, "maple-bacon"))).isEqualTo(Wire.PLAIN);
        assertThat(Wire.of(new byte[] {0, 0, 0, 2, 0, 0, 0, 9, 0, 0, 0, 0, 2, 0, 0, 0, 9, 0}))
                .isEqualTo(Wire.PLAIN);
    }
}

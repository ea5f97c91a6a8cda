package accesslog.input;

import accesslog.LogText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Runs the fuzzer's target on hundreds of damaged logs; the fuzzer itself runs outside of the build, see the README. */
class ReadFuzzTargetTest {

    private static final int ROUNDS = 600;
    private static final String[] JOINTS = {
        "\n",
        "\"",
        " attrs=",
        "conn=",
        "op=-1",
        "RESULT ",
        "[21/Nov/2026:07:16:24.1 +0000] ",
        "{",
        "}",
        "...",
        "\u001b["
    };

    @Test
    void survivesDamagedLogs() throws IOException {
        byte[] text = Arrays.copyOfRange(
                Files.readAllBytes(Path.of("src/test/resources/samples/extra/access")), 10_000, 14_000);
        byte[] json =
                ("{\"local_time\":\"2026-11-21T07:16:24.380951288 +0000\",\"operation\":\"SEARCH\",\"conn_id\":7,\"op_id\":3,"
                                + "\"base_dn\":\"dc=x\",\"scope\":2,\"filter\":\"(cn=\\u00e4)\",\"attrs\":[\"cn\"]}\n")
                        .repeat(4)
                        .getBytes(StandardCharsets.UTF_8);
        byte[] small = new LogText().bound(1, "uid=a").toString().getBytes(StandardCharsets.UTF_8);
        Random random = new Random(389);
        for (int i = 0; i < ROUNDS; i++) {
            byte[] log = (i % 4 == 0 ? json : i % 4 == 1 ? small : text).clone();
            for (int damage = random.nextInt(6); damage >= 0; damage--) {
                damage(log, random);
            }
            ReadFuzzTarget.fuzzerTestOneInput(log);
        }
    }

    private static void damage(byte[] log, Random random) {
        byte[] joint = JOINTS[random.nextInt(JOINTS.length)].getBytes(StandardCharsets.UTF_8);
        int at = random.nextInt(log.length - joint.length);
        if (random.nextBoolean()) {
            System.arraycopy(joint, 0, log, at, joint.length);
        } else {
            log[at] = (byte) random.nextInt(256);
        }
    }
}

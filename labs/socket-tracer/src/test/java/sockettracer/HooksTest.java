package sockettracer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.Proxy;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class HooksTest {

    private static final PrintStream STANDARD_ERROR = System.err;

    /** A JVM that hands classes to the hooks' transformer, but for some, as one did beside another agent. */
    private static Instrumentation jvm(Class<?> forgotten) {
        ClassFileTransformer[] transformer = new ClassFileTransformer[1];
        return (Instrumentation) Proxy.newProxyInstance(
                HooksTest.class.getClassLoader(), new Class<?>[] {Instrumentation.class}, (jvm, method, arguments) -> {
                    if (method.getName().equals("addTransformer")) {
                        transformer[0] = (ClassFileTransformer) arguments[0];
                    } else {
                        for (Class<?> type : (Class<?>[]) arguments[0]) {
                            if (type != forgotten) {
                                transformer[0].transform(
                                        null, type.getName().replace('.', '/'), type, null, file(type));
                            }
                        }
                    }
                    return null;
                });
    }

    private static byte[] file(Class<?> type) throws Exception {
        try (InputStream file =
                ClassLoader.getSystemResourceAsStream(type.getName().replace('.', '/') + ".class")) {
            return file.readAllBytes();
        }
    }

    private static String saidOn(Instrumentation jvm) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            new Hooks().installOn(jvm);
        } finally {
            System.setErr(STANDARD_ERROR);
        }
        return said.toString(StandardCharsets.UTF_8);
    }

    @Test
    void takeOnThisJdk() {
        assertThat(saidOn(jvm(null))).isEmpty();
    }

    @Test
    void saySo_whereOneDidNotTake() {
        assertThat(saidOn(jvm(Socket.class)))
                .isEqualToIgnoringNewLines("socket-tracer: the hook on java.net.Socket.connect(SocketAddress,int)"
                        + " did not take: calls over it are not seen.");
    }
}

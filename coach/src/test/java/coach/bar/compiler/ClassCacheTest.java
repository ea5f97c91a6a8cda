package coach.bar.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import coach.bar.environment.Folders;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class ClassCacheTest {

    private static final String JAVA = ProcessHandle.current().info().command().orElse("java");
    private static final String READY = "ready";

    @TempDir
    Path folder;

    /** Both compile before either moves its folder, so the second one always finds a full folder. */
    @Test
    @Timeout(60)
    void keepsOne_andServesBoth_whenTwoProcessesFinishTheSameAtOnce() throws Exception {
        try (Finisher one = new Finisher(folder);
                Finisher other = new Finisher(folder)) {
            one.awaitReady();
            other.awaitReady();

            one.go();
            other.go();

            Path place = folder.resolve("digest");
            assertThat(List.of(one.output(), other.output())).containsOnly(place.toString());
            assertThat(place.resolve("Beer.class")).exists();
            assertThat(folder.toFile().list()).containsExactly("digest");
        }
    }

    /** Another JVM that has compiled something, and moves it into the cache when told to. */
    private static final class Finisher implements AutoCloseable {

        private final Process process;
        private final BufferedReader out;
        private final BufferedWriter in;

        Finisher(Path folder) throws IOException {
            List<String> command = List.of(
                    JAVA, "-cp", System.getProperty("java.class.path"), Finisher.class.getName(), folder.toString());
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
            out = process.inputReader();
            in = process.outputWriter();
        }

        public static void main(String[] args) throws IOException {
            ClassCache kept = new ClassCache(Path.of(args[0]));
            Path finished = kept.newFolder();
            Files.writeString(finished.resolve("Beer.class"), "compiled");
            System.out.println(READY);
            if (System.in.read() != -1) {
                System.out.println(kept.keep(finished, "digest"));
                Folders.delete(finished);
            }
        }

        void awaitReady() throws IOException {
            assertThat(out.readLine()).isEqualTo(READY);
        }

        void go() throws IOException {
            in.newLine();
            in.flush();
        }

        /** Returns the output of the process, after it has ended. */
        String output() throws IOException {
            return String.join("\n", out.lines().toList());
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }
}

package coach.bar.compiler;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** What is in a file, whichever system's line ends it was saved with. */
public final class FileContent {

    private FileContent() {}

    public static byte[] of(Path file) {
        byte[] bytes = bytes(file);
        ByteArrayOutputStream kept = new ByteArrayOutputStream(bytes.length);
        for (byte b : bytes) {
            if (b != '\r') {
                kept.write(b);
            }
        }
        return kept.toByteArray();
    }

    public static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("could not read " + file, e);
        }
    }

    public static String sha256(Path file) {
        return hex(sha256().digest(of(file)));
    }

    public static String hex(byte[] digest) {
        return HexFormat.of().formatHex(digest);
    }

    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Leaves alone what is equal already, so that nobody compiles it again. */
    public static void write(Path file, byte[] bytes) throws IOException {
        if (Files.isRegularFile(file) && Arrays.equals(Files.readAllBytes(file), bytes)) {
            return;
        }
        Files.createDirectories(file.getParent());
        delete(file);
        Files.write(file, bytes);
    }

    /** Deletes what is read-only too; Windows wants to be asked first. */
    public static void delete(Path file) throws IOException {
        if (Files.isRegularFile(file)
                && !Files.isWritable(file)
                && !file.toFile().setWritable(true)) {
            throw new IOException("it is read-only, and stays so: " + file);
        }
        Files.deleteIfExists(file);
    }
}

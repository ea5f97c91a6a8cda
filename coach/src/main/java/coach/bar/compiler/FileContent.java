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

/** Reads, hashes and writes files; line ends are read as LF, whatever system has written them. */
public final class FileContent {

    private FileContent() {}

    public static byte[] of(Path file) {
        byte[] bytes = bytes(file);
        ByteArrayOutputStream normalised = new ByteArrayOutputStream(bytes.length);
        for (byte b : bytes) {
            if (b != '\r') {
                normalised.write(b);
            }
        }
        return normalised.toByteArray();
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

    /** Writes a file, unless it has this content already: a new time would make an IDE compile it again. */
    public static void write(Path file, byte[] bytes) throws IOException {
        if (Files.isRegularFile(file) && Arrays.equals(Files.readAllBytes(file), bytes)) {
            return;
        }
        Files.createDirectories(file.getParent());
        delete(file);
        Files.write(file, bytes);
    }

    /** Deletes a file, even if it is read-only, which Windows refuses otherwise. */
    public static void delete(Path file) throws IOException {
        if (Files.isRegularFile(file)
                && !Files.isWritable(file)
                && !file.toFile().setWritable(true)) {
            throw new IOException("it is read-only, and stays so: " + file);
        }
        Files.deleteIfExists(file);
    }
}

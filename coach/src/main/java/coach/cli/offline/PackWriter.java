package coach.cli.offline;

import static java.nio.charset.StandardCharsets.UTF_8;

import coach.bar.compiler.FileContent;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes a pack: a zip with a list of the checksums of all that is in it. The same files always make the same pack. */
final class PackWriter {

    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final Path file;

    PackWriter(Path file) {
        this.file = file;
    }

    /**
     * Writes the pack, and its checksum into a file beside it.
     *
     * @param contents the files, by their names in the pack
     * @return the checksum of the whole
     */
    String write(SortedMap<String, Path> contents) throws IOException {
        // Written under another name, so that half a pack is never copied.
        Path half = file.resolveSibling(file.getFileName() + ".half");
        try {
            String sum = write(contents, half);
            Files.move(half, file, StandardCopyOption.REPLACE_EXISTING);
            Files.writeString(sumFile(), sum + "  " + file.getFileName() + "\n");
            return sum;
        } finally {
            Files.deleteIfExists(half);
        }
    }

    private static String write(SortedMap<String, Path> contents, Path half) throws IOException {
        MessageDigest digest = FileContent.sha256();
        try (OutputStream whole = new DigestOutputStream(Files.newOutputStream(half), digest);
                ZipOutputStream zip = new ZipOutputStream(whole)) {
            Map<String, String> sums = new TreeMap<>();
            for (var content : contents.entrySet()) {
                sums.put(content.getKey(), add(zip, content.getKey(), content.getValue()));
            }
            begin(zip, Unpack.LIST);
            for (var sum : sums.entrySet()) {
                zip.write((sum.getValue() + "  " + sum.getKey() + "\n").getBytes(UTF_8));
            }
        }
        return FileContent.hex(digest.digest());
    }

    /** The file with the pack's own checksum, in the form of {@code sha256sum -c}. */
    Path sumFile() {
        return file.resolveSibling(file.getFileName() + ".sha256");
    }

    private static String add(ZipOutputStream zip, String name, Path content) throws IOException {
        begin(zip, name);
        MessageDigest digest = FileContent.sha256();
        try (InputStream in = Files.newInputStream(content)) {
            in.transferTo(new DigestOutputStream(zip, digest));
        }
        return FileContent.hex(digest.digest());
    }

    private static void begin(ZipOutputStream zip, String name) throws IOException {
        zip.setLevel(level(name));
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
    }

    /** A jar is a zip already, and images are a gigabyte or two. */
    private static int level(String name) {
        if (name.endsWith(".jar")) {
            return Deflater.NO_COMPRESSION;
        }
        return name.endsWith(".tar") ? Deflater.BEST_SPEED : Deflater.BEST_COMPRESSION;
    }
}

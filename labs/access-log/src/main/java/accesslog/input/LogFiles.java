package accesslog.input;

import accesslog.record.FaultKind;
import accesslog.record.JsonRecordParser;
import accesslog.record.LogRecord;
import accesslog.record.TextRecordParser;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** Finds the files of a log, and puts the oldest first. */
public final class LogFiles {

    private static final String STDIN = "-";
    private static final int PEEK = 1 << 16;
    private static final int BUFFER = 1 << 16;

    /** A file and the first time that stands in it. */
    private record Dated(Path path, long time) {}

    private LogFiles() {}

    /** Resolves names: a folder means the access log in it with its rotated files, a dash the standard input. */
    public static List<LogFile> of(List<String> names) throws IOException {
        if (names.size() == 1 && names.get(0).equals(STDIN)) {
            return List.of(new LogFile(0, null));
        }
        List<Dated> dated = new ArrayList<>();
        for (String name : names) {
            for (Path path : expand(name)) {
                dated.add(new Dated(path, firstTime(path)));
            }
        }
        // Rotated files are named by their first second, which the current one is not: what stands in them counts.
        dated.sort(Comparator.comparingLong(Dated::time));
        List<LogFile> files = new ArrayList<>();
        for (Dated each : dated) {
            files.add(new LogFile(files.size(), each.path));
        }
        return files;
    }

    private static List<Path> expand(String name) throws IOException {
        if (name.equals(STDIN)) {
            throw new IOException("The standard input (-) can't be read together with files. Give either.");
        }
        Path path = Path.of(name);
        if (!Files.exists(path)) {
            throw new NoSuchFileException(name, null, "no such file or folder");
        }
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> entries = Files.list(path)) {
            List<Path> logs = entries.filter(LogFiles::isAccessLog).sorted().toList();
            if (logs.isEmpty()) {
                throw new IOException("The folder " + name + " has no file access or access.YYYYMMDD-HHMMSS in it."
                        + " Name the files instead.");
            }
            return logs;
        }
    }

    static boolean isAccessLog(Path path) {
        String name = path.getFileName().toString();
        boolean ours =
                name.equals("access") || name.matches("access\\.\\d{8}-\\d{6}(\\.gz)?") || name.equals("access.gz");
        return ours && Files.isRegularFile(path);
    }

    private static long firstTime(Path path) {
        try (InputStream in = open(path)) {
            byte[] bytes = in.readNBytes(PEEK);
            LogRecord record = new LogRecord();
            TextRecordParser text = new TextRecordParser();
            JsonRecordParser json = new JsonRecordParser();
            int start = 0;
            for (int at = 0; at < bytes.length; at++) {
                if (bytes[at] == '\n') {
                    boolean isJson = at > start && bytes[start] == '{';
                    FaultKind fault = (isJson ? json : text).parse(bytes, start, at, record);
                    if (fault == null && record.kind != null && record.time != 0) {
                        return record.time;
                    }
                    start = at + 1;
                }
            }
        } catch (IOException e) {
            // It is read later, and what is wrong with it is said then.
        }
        return Long.MAX_VALUE;
    }

    private static InputStream open(Path path) throws IOException {
        InputStream file = Files.newInputStream(path);
        return path.toString().endsWith(".gz") ? unzipped(file) : file;
    }

    static InputStream unzipped(InputStream file) throws IOException {
        return new GZIPInputStream(new BufferedInputStream(file, BUFFER), BUFFER);
    }
}

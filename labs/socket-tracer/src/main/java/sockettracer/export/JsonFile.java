package sockettracer.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import sockettracer.Exchange;
import sockettracer.Recording;
import sockettracer.Repeat;

/** Appends each section to a file, as a line of JSON. What was asked is in it, and may be secret: the file is its owner's. */
public final class JsonFile implements Consumer<Recording> {

    private static final Set<StandardOpenOption> APPENDING =
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND);

    private final Path file;

    public JsonFile(Path file) {
        this.file = file;
    }

    @Override
    public void accept(Recording recording) {
        byte[] line = (Json.of(section(recording)) + "\n").getBytes(StandardCharsets.US_ASCII);
        try (SeekableByteChannel out = Files.newByteChannel(file, APPENDING, ownersAlone())) {
            for (ByteBuffer left = ByteBuffer.wrap(line); left.hasRemaining(); ) {
                out.write(left);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    private FileAttribute<?>[] ownersAlone() {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private static Map<String, Object> section(Recording recording) {
        Map<String, Object> section = new LinkedHashMap<>();
        section.put("section", recording.name());
        section.put("thread", recording.thread());
        section.put("startMillis", recording.startMillis());
        section.put("nanos", recording.nanos());
        section.put(
                "calls",
                recording.calls().stream().map(call -> call(recording, call)).toList());
        section.put(
                "unattributed",
                recording.unattributed().stream()
                        .map(call -> call(recording, call))
                        .toList());
        section.put("onlyCounted", recording.onlyCounted());
        section.put(
                "repeats",
                Repeat.in(recording.calls()).stream().map(JsonFile::repeat).toList());
        return section;
    }

    private static Map<String, Object> call(Recording recording, Exchange call) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("id", call.id());
        values.put("connection", call.connection());
        values.put("peer", call.peer());
        values.put("thread", call.thread());
        values.put("caller", call.caller());
        values.put("attribution", call.attribution().certainty());
        values.put("afterNanos", call.start() - recording.start());
        values.put("nanos", call.nanos());
        values.put("out", call.request().count());
        values.put("in", call.answer().count());
        values.put("asked", call.asked().title());
        return values;
    }

    private static Map<String, Object> repeat(Repeat repeat) {
        List<List<Long>> questions = repeat.questions().stream()
                .map(question -> question.stream().map(Exchange::id).toList())
                .toList();
        return Map.of("kind", repeat.sameAnswer() ? "asked twice" : "loop", "questions", questions);
    }
}

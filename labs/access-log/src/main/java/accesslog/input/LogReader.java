package accesslog.input;

import accesslog.record.FaultKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Reads files in their order, and gives their records to workers. */
public final class LogReader {

    /** So many files are unzipped at once, each a few megabytes ahead. */
    private static final int AHEAD = 2;

    private final List<LogFile> files;
    private final Progress progress;
    private final Faults faults = new Faults();
    private volatile boolean stopped;
    private long records;
    private int runs;

    public LogReader(List<LogFile> files, Progress progress) {
        this.files = files;
        this.progress = progress;
    }

    /** Reads no further; what was read is joined and reported. May be called from any thread. */
    public void stop() {
        stopped = true;
    }

    public boolean wasStopped() {
        return stopped;
    }

    /** Reads all, with as many workers as there are outputs; where it follows the last file, until it is stopped. */
    public void read(List<? extends WorkerOutput> outputs, boolean follow) {
        try (Workers workers = new Workers(outputs)) {
            RecordSplitter splitter = new RecordSplitter(workers);
            Deque<InputStream> opened = new ArrayDeque<>();
            for (int i = 0; i < files.size() && !stopped; i++) {
                for (int next = i + opened.size(); next < Math.min(files.size(), i + AHEAD); next++) {
                    opened.add(open(files.get(next), follow && next == files.size() - 1));
                }
                read(splitter, files.get(i), opened.remove());
            }
            if (follow) {
                rotate(splitter);
            }
            opened.forEach(LogReader::close);
            workers.close();
            runs = splitter.runs();
            records = workers.records();
            faults.addAll(workers.faults());
        }
    }

    /** A followed file ends when another one has taken its name. */
    private void rotate(RecordSplitter splitter) {
        LogFile last = files.get(files.size() - 1);
        for (int index = files.size(); !stopped && last.path() != null; index++) {
            LogFile next = new LogFile(index, last.path());
            read(splitter, next, open(next, true));
        }
    }

    private InputStream open(LogFile file, boolean follow) {
        try {
            if (follow && file.path() != null) {
                return new FollowedFile(file.path(), progress);
            }
            if (file.path() == null) {
                return new ReadAhead("standard-input", () -> progress.counting(System.in));
            }
            InputStream bytes = progress.counting(Files.newInputStream(file.path()));
            return file.isZipped() ? new ReadAhead(file.name(), () -> LogFiles.unzipped(bytes)) : bytes;
        } catch (IOException e) {
            return new FailedStream(e);
        }
    }

    private void read(RecordSplitter splitter, LogFile file, InputStream in) {
        splitter.begin(file);
        try (in) {
            int count;
            while (!stopped && (count = splitter.read(in)) >= 0) {
                progress.show();
                if (count == 0) {
                    splitter.idle();
                }
            }
        } catch (IOException e) {
            faults.add(FaultKind.BAD_FILE, file, splitter.line(), String.valueOf(e.getMessage()));
        }
        splitter.endOfFile();
    }

    private static void close(InputStream in) {
        try {
            in.close();
        } catch (IOException e) {
            // It was only to be read.
        }
    }

    public Progress progress() {
        return progress;
    }

    public Faults faults() {
        return faults;
    }

    public long records() {
        return records;
    }

    /** The lives of the server within the input. */
    public int runs() {
        return runs;
    }
}

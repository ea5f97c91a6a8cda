package accesslog.input;

import accesslog.join.Joiner;
import accesslog.record.FaultKind;
import accesslog.record.JsonRecordParser;
import accesslog.record.LogRecord;
import accesslog.record.RecordParser;
import accesslog.record.TextRecordParser;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** Reads the records of its connections, block for block, and joins them. */
final class Worker implements Runnable {

    private static final int WAITING = 4;

    private final int index;
    private final BlockingQueue<Block> blocks = new ArrayBlockingQueue<>(WAITING);
    private final BlockingQueue<Block> empty;
    private final Joiner joiner;
    private final WorkerOutput output;
    private final RecordParser text = new TextRecordParser();
    private final RecordParser json = new JsonRecordParser();
    private final LogRecord record = new LogRecord();
    private final Faults faults = new Faults();
    private LogFile file;
    private long records;

    Worker(int index, WorkerOutput output, BlockingQueue<Block> empty) {
        this.index = index;
        this.empty = empty;
        this.output = output;
        joiner = new Joiner(output);
    }

    /** False where it is busy for long. */
    boolean offer(Block block) throws InterruptedException {
        return blocks.offer(block, 100, TimeUnit.MILLISECONDS);
    }

    @Override
    public void run() {
        try {
            for (Block block = blocks.take(); block != Workers.END; block = blocks.take()) {
                read(block);
                if (block.release()) {
                    empty.add(block);
                }
            }
            end();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void end() {
        joiner.endOfInput();
        output.flush();
    }

    void read(Block block) {
        if (block.file != file) {
            file = block.file;
            joiner.readsFrom(file.name());
        }
        if (block.pulse) {
            joiner.idle();
        }
        RecordList list = block.lists[index];
        RecordParser parser = block.json ? json : text;
        for (int i = 0; i < list.size(); i++) {
            int flags = list.flags(i);
            if (flags == RecordList.RESTART) {
                joiner.restart(list.end(i));
            } else {
                read(block, list, i, flags, parser);
            }
        }
        output.blockRead();
    }

    private void read(Block block, RecordList list, int i, int flags, RecordParser parser) {
        int start = list.start(i);
        int end = list.end(i);
        FaultKind fault = refused(flags);
        if (fault == null && (flags & RecordList.REST) == 0) {
            records++;
            fault = parser.parse(block.bytes, start, end, record);
            boolean doubtful = (flags & RecordList.DOUBTFUL) != 0;
            FaultKind remark = record.kind == null ? null : joiner.accept(record, doubtful);
            fault = fault != null ? fault : remark != null ? remark : remark(flags);
        }
        if (fault != null) {
            faults.add(fault, block.file, block.firstLine + list.line(i), block.bytes, start, end);
        }
    }

    private static FaultKind refused(int flags) {
        return (flags & RecordList.TOO_LONG) != 0
                ? FaultKind.TOO_LONG
                : (flags & RecordList.NO_RECORD) != 0
                        ? FaultKind.NOT_A_RECORD
                        : (flags & RecordList.HALF) != 0 ? FaultKind.HALF_RECORD : null;
    }

    private static FaultKind remark(int flags) {
        return (flags & RecordList.DOUBTFUL) != 0
                ? FaultKind.DOUBTFUL
                : (flags & RecordList.RAW_NEWLINE) != 0 ? FaultKind.RAW_NEWLINE : null;
    }

    Faults faults() {
        return faults;
    }

    long records() {
        return records;
    }
}

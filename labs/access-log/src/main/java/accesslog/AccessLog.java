package accesslog;

import accesslog.input.*;
import accesslog.output.*;
import java.io.*;
import java.util.*;

public final class AccessLog {
    public static void main(String[] args) throws IOException {
        List<LogFile> files = LogFiles.of(List.of(args));
        LogReader reader = new LogReader(files, new Progress(null, 0));
        LineOutput out = new LineOutput(new FileOutputStream(FileDescriptor.out), false);
        List<WorkerOutput> outs = new ArrayList<>();
        for (int i = 0; i < 2; i++) outs.add(new JsonLinesWriter(out, OperationFilter.ALL));
        reader.read(outs);
        for (var k : accesslog.record.FaultKind.values())
            if (reader.faults().count(k) > 0)
                System.err.println(k + " " + reader.faults().count(k) + " "
                        + reader.faults().example(k));
        System.err.println(reader.records() + " records");
    }
}

package accesslog.input;

import accesslog.join.OperationSink;

/** Takes the operations of one worker, in that worker's thread. */
public interface WorkerOutput extends OperationSink {

    /** Follows each block, when what was written so far may be passed on. */
    default void blockRead() {}

    /** Follows the last operation. */
    default void flush() {}
}

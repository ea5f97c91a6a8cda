package accesslog.input;

/** Takes filled blocks to the workers, and brings empty ones back. */
interface BlockQueue {

    /** Waits for a block that no worker needs any more. */
    Block empty();

    void put(Block block);
}

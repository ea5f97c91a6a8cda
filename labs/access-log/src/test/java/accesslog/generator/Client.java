package accesslog.generator;

/** Holds the state of one connection: who is bound, the next operation number, and the client's clock. */
final class Client {

    final long id;
    final int fd;
    final String ip;
    final Role role;
    /** Empty for anonymous. */
    String dn = "";

    long op;
    /** The client's clock, and the end of the longest of its pipelined operations. */
    long time;

    long busyUntil;
    int turnsLeft;

    Client(long id, int fd, String ip, Role role, long time) {
        this.id = id;
        this.fd = fd;
        this.ip = ip;
        this.role = role;
        this.time = time;
        busyUntil = time;
    }
}

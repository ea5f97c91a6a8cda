package accesslog.generator;

import accesslog.generator.LogFormat.Result;
import accesslog.generator.LogFormat.Search;
import java.util.Random;
import java.util.function.Consumer;

/** Lets a client send operations, writes the records that the server would, and notes the truth about each. */
final class Conversation {

    /** Takes a record with the time at which the server writes it. */
    interface Log {
        void write(long time, String fields);
    }

    private static final int LONGEST_FILTER = 512;

    private final LogFormat format;
    private final Log log;
    private final Consumer<Truth> truths;
    private final Random random;
    private final boolean traps;
    int run = 1;

    Conversation(LogFormat format, Log log, Consumer<Truth> truths, Random random, boolean traps) {
        this.format = format;
        this.log = log;
        this.truths = truths;
        this.random = random;
        this.traps = traps;
    }

    /** Log-normal around the median, as times of servers are; in nanoseconds. */
    long around(long medianMicros, double sigma) {
        return (long) (medianMicros * Math.exp(random.nextGaussian() * sigma) * 1_000);
    }

    long around(long medianMicros) {
        return around(medianMicros, 0.6);
    }

    void write(long time, String fields) {
        log.write(time, fields);
    }

    LogFormat format() {
        return format;
    }

    /** Writes the result of an operation that began at the client's time, and gives the time of its line. */
    long result(Client client, long op, Result wanted, long lag, String template, String dn) {
        long etime = wanted.wtime() + wanted.optime() - 400 - random.nextInt(2_100);
        etime = etime < 0 ? wanted.wtime() + wanted.optime() : etime;
        long time = client.time + wanted.optime() + lag;
        Result result = new Result(
                wanted.kind(),
                wanted.err(),
                wanted.nentries(),
                wanted.wtime(),
                wanted.optime(),
                etime,
                wanted.notes(),
                wanted.tail(),
                wanted.dn());
        log.write(time, format.result(client, op, result));
        truths.accept(
                new Truth(run, client.id, op, result.kind(), dn, result.err(), result.nentries(), etime, template));
        return time;
    }

    private Result plain(String kind, long medianMicros, int err, String tail) {
        return new Result(kind, err, 0, around(80), around(medianMicros), 0, "", tail, null);
    }

    /** Binds by name and password; the trap is a RESULT that carries the name of the bind after it. */
    void bind(Client client, String dn, int err, String nextDn) {
        long op = client.op++;
        log.write(client.time, format.bind(client, op, dn, null));
        String before = client.dn;
        client.dn = err == 0 ? dn : "";
        boolean late = nextDn != null || traps && random.nextDouble() < 0.005;
        long lag = late ? around(900) : 0;
        String bound = err != 0 ? null : nextDn != null ? nextDn : dn.toLowerCase(java.util.Locale.ROOT);
        Result result = new Result(
                "BIND", err, 0, around(60), around(250), 0, "", err == 0 ? "" : " - Invalid credentials", bound);
        client.time = result(client, op, result, lag, null, before) - lag + around(150);
    }

    /** A bind in two steps that fails, which leaves the client anonymous. */
    void sasl(Client client) {
        int[] errs = {14, 49};
        String[] tails = {", SASL bind in progress", " - SASL(-13): user not found: no secret in database"};
        for (int i = 0; i < 2; i++) {
            long op = client.op++;
            log.write(client.time, format.bind(client, op, "", "DIGEST-MD5"));
            client.time = result(client, op, plain("BIND", 300, errs[i], tails[i]), 0, null, client.dn) + around(500);
        }
        client.dn = "";
    }

    /** What a search costs and finds, and how the result says so. */
    record Cost(long micros, double sigma, int nentries, String notes, int err, String tail) {

        static Cost of(long micros, int nentries) {
            return new Cost(micros, 0.6, nentries, "", 0, "");
        }

        static Cost noted(long micros, int nentries, String notes) {
            return new Cost(micros, 0.5, nentries, notes, 0, "");
        }
    }

    void search(Client client, Search search, Cost cost, String template) {
        long end = search(client, client.op++, search, cost, template);
        client.time = end + around(120);
    }

    /** Doesn't wait for the answer; then the server leaves out numbers, too. */
    void pipelined(Client client, Search search, Cost cost, String template) {
        long end = search(client, client.op++, search, cost, template);
        client.busyUntil = Math.max(client.busyUntil, end);
        client.time += around(30);
        client.op += random.nextDouble() < 0.08 ? 1 : 0;
    }

    void sorted(Client client, Search search, Cost cost, String template) {
        log.write(client.time + 1_000, format.sort(client, client.op, cost.nentries()));
        search(client, search, cost, template);
    }

    private long search(Client client, long op, Search search, Cost cost, String template) {
        log.write(client.time, format.search(client, op, cut(search)));
        Result result = new Result(
                "SRCH",
                cost.err(),
                cost.nentries(),
                around(70),
                around(cost.micros(), cost.sigma()),
                0,
                cost.notes(),
                cost.tail(),
                null);
        return result(client, op, result, 0, template, client.dn);
    }

    private static Search cut(Search search) {
        String filter = search.filter();
        return filter.length() < LONGEST_FILTER
                ? search
                : new Search(
                        search.base(),
                        search.scope(),
                        filter.substring(0, LONGEST_FILTER) + "...",
                        search.attrs(),
                        search.authzid());
    }

    /** A search that the client gives up: no result, and a time of ten digits in every version. */
    void abandoned(Client client, Search search, String template) {
        long op = client.op;
        client.op += 2;
        long etime = around(30_000);
        log.write(client.time, format.search(client, op, search));
        client.time += etime;
        log.write(client.time, format.abandon(client, op + 1, op, random.nextInt(40), etime));
        truths.accept(new Truth(run, client.id, op, "SRCH", client.dn, null, null, etime, template));
        client.time += around(200);
    }

    void change(Client client, String kind, String dn, String detail, long medianMicros, int err) {
        long op = client.op++;
        log.write(client.time, format.change(client, op, kind, dn, detail));
        client.time = result(client, op, plain(kind, medianMicros, err, ""), 0, null, client.dn) + around(300);
    }

    void extended(Client client, String oid, String name, long medianMicros) {
        long op = client.op++;
        log.write(client.time, format.extended(client, op, oid, name));
        client.time = result(client, op, plain("EXT", medianMicros, 0, ""), 0, null, client.dn) + around(300);
    }

    void close(Client client, String code) {
        long op = -1;
        if (code.equals("U1")) {
            op = client.op;
            log.write(client.time, format.unbind(client, op));
            client.time += 3_000;
        }
        log.write(client.time, format.close(client, op, code));
    }
}

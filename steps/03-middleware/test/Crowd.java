package test;

import static org.assertj.core.api.Assertions.assertThat;

import coach.course.check.ServiceReply;
import coach.course.check.TestBar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Many guests at once, who have to be told apart. */
final class Crowd {

    private static final String NO_DATABASE_NEEDED = "/pears";

    private static final int THREADS = 32;

    private final int size;
    private final boolean alike;
    private final List<ServiceReply> replies = new ArrayList<>();
    private final List<RequestLine> lines;

    private Crowd(TestBar bar, int size, boolean alike) {
        this.size = size;
        this.alike = alike;
        lines = RequestLine.in(bar.logOf(() -> ask(bar), this::tellsOfEach));
    }

    /** Not as soon as there are as many lines as guests: a request that the client had to repeat has a line too many. */
    private boolean tellsOfEach(List<String> log) {
        Set<String> told = RequestLine.in(log).stream().map(RequestLine::id).collect(Collectors.toSet());
        return IntStream.range(0, size).mapToObj(this::id).allMatch(told::contains);
    }

    /** Half of the pages can be had and half cannot; every other guest brings an id. */
    static Crowd mixed(TestBar bar, int size) {
        return new Crowd(bar, size, false);
    }

    /** All ask the same and bring no id, and are answered so soon that several share each millisecond. */
    static Crowd alike(TestBar bar, int size) {
        return new Crowd(bar, size, true);
    }

    private void ask(TestBar bar) {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            IntStream.range(0, size)
                    .mapToObj(guest -> CompletableFuture.supplyAsync(() -> ask(bar, guest), threads))
                    .toList()
                    .forEach(reply -> replies.add(reply.join()));
        } finally {
            threads.shutdown();
        }
    }

    private ServiceReply ask(TestBar bar, int guest) {
        return bringsAnId(guest) ? bar.get(path(guest), "X-Request-Id", "guest-" + guest) : bar.get(path(guest));
    }

    private boolean bringsAnId(int guest) {
        return !alike && guest % 2 == 0;
    }

    /** What works and what does not come in pairs, so that both sorts bring an id. */
    private String path(int guest) {
        if (alike) {
            return NO_DATABASE_NEEDED;
        }
        return guest % 4 < 2 ? "/beer/saison" : "/table/" + guest;
    }

    void isToldApart() {
        eachHasItsOwnId();
        Map<String, List<RequestLine>> byId = lines.stream().collect(Collectors.groupingBy(RequestLine::id));
        for (int guest = 0; guest < size; guest++) {
            isTold(guest, byId.getOrDefault(id(guest), List.of()));
        }
    }

    private void eachHasItsOwnId() {
        long different = IntStream.range(0, size).mapToObj(this::id).distinct().count();
        assertThat(different)
                .withFailMessage(() -> "%d requests at once were answered with only %d different ids in X-Request-Id."
                        .formatted(size, different))
                .isEqualTo(size);
        for (int guest = 0; guest < size; guest++) {
            keepsItsId(guest);
        }
    }

    private String id(int guest) {
        return String.valueOf(replies.get(guest).header("X-Request-Id"));
    }

    private void keepsItsId(int guest) {
        if (bringsAnId(guest)) {
            assertThat(id(guest))
                    .withFailMessage(() -> """
                            Of %d requests at once, one came with X-Request-Id: guest-%d and was answered with another's, %s.
                            What belongs to one request must not be kept where the next one finds it.""".formatted(size, guest, id(guest)))
                    .isEqualTo("guest-" + guest);
        }
    }

    private void isTold(int guest, List<RequestLine> told) {
        int status = replies.get(guest).status();
        assertThat(told)
                .withFailMessage(() -> """
                        %d requests at once: the one for %s was answered with %d and X-Request-Id: %s.
                        The log should have one line with this id, this path and this status. It has: %s""".formatted(size, path(guest), status, id(guest), told))
                .hasSize(1)
                .allMatch(line -> line.path().equals(path(guest)) && line.status() == status);
    }
}

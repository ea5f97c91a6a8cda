package coach.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import coach.course.check.ServiceClient;
import coach.course.check.ServiceReply;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CrowdIT {

    private static final int GUESTS = 200;
    private static final List<String> QUESTIONS = List.of(
            "/pair/beer?name=ipa",
            "/pair/beer?name=kölsch",
            "/match?beer=ipa",
            "/beer/stout",
            "/donut/maple-bacon",
            "/beers",
            "/beer/none");

    @RegisterExtension
    static final ShippedBarTest bar = ShippedBarTest.shared();

    @Test
    void getsTheSameAnswersAsOneGuest_whenTwoHundredAskAtOnce() throws Exception {
        List<String> alone = QUESTIONS.stream().map(CrowdIT::answer).toList();
        List<Callable<String>> questions = IntStream.range(0, GUESTS)
                .mapToObj(guest -> (Callable<String>) () -> answer(QUESTIONS.get(guest % QUESTIONS.size())))
                .toList();

        ExecutorService guests = Executors.newFixedThreadPool(GUESTS);
        List<Future<String>> together = guests.invokeAll(questions);
        guests.shutdown();

        for (int guest = 0; guest < GUESTS; guest++) {
            assertThat(together.get(guest).get()).isEqualTo(alone.get(guest % QUESTIONS.size()));
        }
    }

    private static String answer(String question) {
        ServiceClient service = question.startsWith("/match") ? bar.scores() : bar.app();
        ServiceReply reply = service.get(question);
        return reply.status() + " " + reply.body();
    }
}

package coach.cli;

import static org.assertj.core.api.Assertions.assertThat;

import coach.bar.Bar;
import coach.bar.EmbeddedRedis;
import coach.bar.ManagedProcess;
import coach.bar.ServiceProgram;
import coach.bar.compiler.CompiledServices;
import coach.course.check.ServiceClient;
import coach.shipped.ShippedBar;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/** A part that dies is started again; not one that a test has killed, or that a learner has started anew meanwhile. */
@Timeout(value = 180, threadMode = ThreadMode.SEPARATE_THREAD)
class SupervisorIT {

    private static final CompiledServices SHIPPED =
            CompiledServices.shipped(Path.of("..").toAbsolutePath().normalize());

    private static Bar bar;

    private final BlockingQueue<String> said = new LinkedBlockingQueue<>();
    private final List<String> heard = new ArrayList<>();
    private Supervisor supervisor;
    private volatile boolean isOver;

    @BeforeAll
    static void open() {
        bar = ShippedBar.open(false);
    }

    @BeforeEach
    void watch() {
        startWhatIsDown();
        supervisor = new Supervisor(bar, () -> SHIPPED, said::add, () -> isOver, part -> "Next: nothing");
        List.of(bar.app(), bar.scores(), bar.embeddedRedis().orElseThrow().process())
                .forEach(supervisor::watch);
    }

    /** For the supervisor, as if the bar closed: the next test brings one of its own. */
    @AfterEach
    void stopWatching() {
        isOver = true;
    }

    @AfterAll
    static void close() {
        bar.close();
    }

    @Test
    void startsEachPartAgain_whichHasDied() throws Exception {
        ManagedProcess before = bar.scores();

        crash(before);
        hear("score-service runs again.");
        crash(bar.embeddedRedis().orElseThrow().process());
        hear("redis runs again.");
        crash(bar.app());
        hear("beer-donut-app runs again.");

        assertThat(heard.get(0))
                .matches("score-service has ended with exit code \\d+, and is started again in 1 s. .*");
        assertThat(before.log().resolveSibling("score-service.ended.log"))
                .content()
                .contains("Open at http://");
        isAnswered(new ServiceClient(bar.scoreUrl()), "/match?beer=ipa");
        isAnswered(new ServiceClient(bar.appUrl()), "/pair/beer?name=ipa");
    }

    @Test
    void leavesAPartAlone_thatATestHasKilled() throws Exception {
        ManagedProcess killed = bar.scores();
        killed.kill();
        bar.embeddedRedis().orElseThrow().kill();

        // Nothing comes of them while the app, which dies later, is started again.
        crash(bar.app());
        hear("beer-donut-app runs again.");

        assertThat(heard).noneMatch(sentence -> sentence.contains("score-service") || sentence.contains("redis"));
        assertThat(bar.scores()).isSameAs(killed);
    }

    @Test
    void startsNothingAgain_thatALearnerHasStartedMeanwhile() throws Exception {
        ManagedProcess dead = bar.scores();
        crash(dead);
        hear("is started again in 1 s");

        ManagedProcess restarted =
                bar.restartWarm(List.of(ServiceProgram.SCORES), SHIPPED).get(0);
        supervisor.watch(restarted);

        assertThat(bar.startAgain(dead, SHIPPED)).isEmpty();
        crash(bar.embeddedRedis().orElseThrow().process());
        hear("redis runs again.");
        assertThat(bar.scores()).isSameAs(restarted);
        assertThat(restarted.handle().isAlive()).isTrue();
    }

    /** What a test has killed stays down. */
    private static void startWhatIsDown() {
        EmbeddedRedis redis = bar.embeddedRedis().orElseThrow();
        if (!redis.process().handle().isAlive()) {
            redis.start();
        }
        if (!bar.scores().handle().isAlive()) {
            bar.restart(ServiceProgram.SCORES, SHIPPED, Map.of());
        }
    }

    /** A 503 says that the connections to the Redis of before have just been found dead: then once more. */
    private static void isAnswered(ServiceClient service, String path) {
        int status = service.get(path).status();
        while (status == 503) {
            status = service.get(path).status();
        }
        assertThat(status).isEqualTo(200);
    }

    /** From outside, so that nobody has told it to end. */
    private static void crash(ManagedProcess part) {
        part.handle().destroyForcibly();
    }

    private void hear(String words) throws InterruptedException {
        String sentence = "";
        while (!sentence.contains(words)) {
            sentence = said.take();
            heard.add(sentence);
        }
    }
}

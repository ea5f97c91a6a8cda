package test;

import static org.assertj.core.api.Assertions.assertThat;

import accesslog.generator.IncidentLog;
import accesslog.generator.Truth;
import coach.bar.environment.Workshop;
import coach.course.check.StepContext;
import coach.course.check.StepTest;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Lab 13: requests and results of a log become operations, and they say who made logins fail. */
@TestInstance(Lifecycle.PER_CLASS)
@StepTest(refusesTheStateBefore = "Your tool joined 0 of")
class TracesFromALogTest {

    /** It began to search by carLicense, which has no index, at 06:22. */
    private static final String CULPRIT = "uid=svc-parking,ou=services,dc=example,dc=com";

    /** An hour that no learner was given, with another culprit. */
    private static final long OTHER_SEED = IncidentLog.SEED + 1;

    private Path folder;
    private IncidentHour hour;
    private List<JoinedOperation> joined;

    @BeforeAll
    void writeTheLog(@TempDir Path temporary) {
        folder = temporary;
        hour = IncidentHour.write(IncidentLog.SEED, folder.resolve("access"));
    }

    @Test
    @Order(1)
    void joinsEachResultToItsRequest(StepContext context) {
        assertThat(context.after().code().labs())
                .withFailMessage(() -> "There is no tool in this code, because the lab has not begun. Type: "
                        + Workshop.command("start 13"))
                .isNotEmpty();
        joined = OwnTool.of(context).operations(hour.log());
        joins(hour, joined);
    }

    private static void joins(IncidentHour hour, List<JoinedOperation> joined) {
        long answered =
                hour.truths().stream().filter(truth -> truth.err() != null).count();
        long results = joined.stream().filter(JoinedOperation::hasResult).count();
        assertThat(results)
                .withFailMessage(() -> """
                        Your tool joined %s of %s results to their requests. The first without:
                        %s
                        %s""".formatted(
                        results, answered, first(hour, joined, TracesFromALogTest::isAnswered), missing(hour, joined)))
                .isEqualTo(answered);
        BiPredicate<Truth, JoinedOperation> own =
                (truth, operation) -> operation.type().equals(truth.kind())
                        && Objects.equals(operation.err(), truth.err())
                        && Objects.equals(operation.nentries(), truth.nentries())
                        && hour.endsRightly(operation);
        assertThat(hour.firstWrong(joined, own))
                .withFailMessage(() -> """
                        %s
                        It got the result of another operation. Several wait at once on one connection, and the server does not answer in \
                        their order: go by the number.""".formatted(first(hour, joined, own)))
                .isNull();
    }

    private static boolean isAnswered(Truth truth, JoinedOperation operation) {
        return operation.hasResult() || truth.err() == null;
    }

    private static String missing(IncidentHour hour, List<JoinedOperation> joined) {
        Truth first = hour.firstWrong(joined, TracesFromALogTest::isAnswered);
        return first != null && hour.find(joined, first).type().isEmpty()
                ? "An operation waits until each BIND before it is settled() or unchanged(), whatever came of it: see answered() in BindHistory."
                : "A result belongs to the request with the same number on the same connection: see find() in PendingOperations.";
    }

    @Test
    @Order(2)
    void readsTheTenDigitsOfATime(StepContext context) {
        readsTimes(hour, joined);
    }

    private static void readsTimes(IncidentHour hour, List<JoinedOperation> joined) {
        Truth wrong = hour.firstWrong(
                joined, (truth, operation) -> truth.err() == null || Objects.equals(operation.etime(), truth.etime()));
        assertThat(wrong)
                .withFailMessage(() -> """
                        %s
                        Expected:  %s
                        Seen:      %s
                        What is behind the dot has ten digits in this version of the server, and counts nanoseconds: 0.0333446582 is a \
                        third of a second. Compare with the stamps of both lines.""".formatted(
                                hour.text(wrong),
                                JoinedOperation.nanos(wrong.etime()),
                                hour.find(joined, wrong).timeText()))
                .isNull();
    }

    @Test
    @Order(3)
    void knowsWhoWasBound_forEachOperation(StepContext context) {
        knowsNames(hour, joined);
    }

    private static void knowsNames(IncidentHour hour, List<JoinedOperation> joined) {
        Truth wrong =
                hour.firstWrong(joined, (truth, operation) -> operation.dn().equals(truth.dn()));
        assertThat(wrong)
                .withFailMessage(() -> new BindStory(hour, wrong).text(hour.find(joined, wrong)))
                .isNull();
    }

    @Test
    @Order(4)
    void generalisesEachFilter(StepContext context) {
        generalises(hour, joined);
    }

    private static void generalises(IncidentHour hour, List<JoinedOperation> joined) {
        Truth wrong = hour.firstWrong(
                joined,
                (truth, operation) ->
                        truth.template() == null || operation.shape().equals(truth.template()));
        assertThat(wrong)
                .withFailMessage(() -> """
                        The filter of conn=%s op=%s
                          %s
                        should become  %s
                        but became     %s
                        The value of objectClass says what kind of entry is asked for, and a star how: both stay. Any other value becomes dots.""".formatted(
                                wrong.conn(),
                                wrong.op(),
                                hour.find(joined, wrong).filter(),
                                wrong.template(),
                                hour.find(joined, wrong).shape()))
                .isNull();
    }

    @Test
    @Order(5)
    void doesTheSameForTheLogOfAnotherHour(StepContext context) {
        IncidentHour other = IncidentHour.write(OTHER_SEED, folder.resolve("access-of-another-hour"));
        List<JoinedOperation> operations = OwnTool.of(context).operations(other.log());
        joins(other, operations);
        readsTimes(other, operations);
        knowsNames(other, operations);
        generalises(other, operations);
    }

    @Test
    @Order(6)
    void namesTheCulprit(StepContext context) {
        String first = OwnTool.of(context).firstFinding(hour.log());

        assertThat(first)
                .withFailMessage(() -> """
                        The report should begin with the unindexed search of %s, but begins with:
                          %s""".formatted(CULPRIT, first))
                .contains("Unindexed searches", IncidentLog.culpritShape(IncidentLog.SEED), CULPRIT);
        context.say(first);
    }

    /** Shows the lines of the first operation that is wrong, and what was made of them. */
    private static String first(
            IncidentHour hour, List<JoinedOperation> joined, BiPredicate<Truth, JoinedOperation> right) {
        Truth wrong = hour.firstWrong(joined, right);
        if (wrong == null) {
            return "  (none)";
        }
        return """
                %s
                Expected:  %s
                Seen:      %s""".formatted(
                        hour.text(wrong),
                        JoinedOperation.expected(wrong),
                        hour.find(joined, wrong).text());
    }
}

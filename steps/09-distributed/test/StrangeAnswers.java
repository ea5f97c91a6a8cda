package test;

import static org.assertj.core.api.Assertions.assertThat;

import coach.course.check.ServiceReply;
import coach.course.check.TestBar;

/** Asks the app while something answers in the place of the score service, but not with a match. */
final class StrangeAnswers {

    private static final String JSON = "application/json";
    private static final String PROBLEM = "application/problem+json";
    private static final String HTML = "<html><body><h1>Teapot</h1></body></html>";
    private static final String UNKNOWN = "moonshine";

    private final TestBar bar;
    private final String path;
    private final String beer;
    private final String match;

    /**
     * @param beer whose answer is not kept
     * @param match what the score service says of it
     */
    StrangeAnswers(TestBar bar, String path, String beer, String match) {
        this.bar = bar;
        this.path = path;
        this.beer = beer;
        this.match = match;
    }

    /** @param refusal what the guest should hear then */
    void areRefused(Refusal refusal) {
        try (StandInServer standIn = StandInServer.at(bar.bar().scoreUrl())) {
            isRefused(
                    standIn, refusal, "answering 500 with a page of HTML", StandInServer.whole(500, "text/html", HTML));
            isRefused(standIn, refusal, "sending a page of HTML", StandInServer.whole(200, "text/html", HTML));
            isRefused(standIn, refusal, "sending a match without a donut", StandInServer.whole(200, JSON, "{}"));
            isRefused(standIn, refusal, "sending half a body", StandInServer.half(match));
            isRefused(standIn, refusal, "sending one byte of its body at a time", standIn.drip());
            isNotFound(standIn);
            isDecidedByTheMenu(standIn);
        }
    }

    private void isRefused(StandInServer standIn, Refusal refusal, String trouble, StandInServer.Answer strange) {
        standIn.answer(strange);
        int before = standIn.asked();

        refusal.during(trouble).isSaidSoon();

        assertThat(standIn.asked() - before)
                .withFailMessage("With the score service %s, GET %s%s should ask it, but did not.", trouble, path, beer)
                .isPositive();
    }

    private void isNotFound(StandInServer standIn) {
        String detail = "no beer named '" + beer + "'";
        standIn.answer(StandInServer.whole(404, PROBLEM, "{\"status\":404,\"detail\":\"" + detail + "\"}"));

        ServiceReply reply = Patient.get(bar, path + beer);

        assertThat(reply.status() + " " + reply.body())
                .withFailMessage(() -> """
                        The score service answered 404, so GET %s%s should be a 404 that says «nobody has tried a donut with '%s' yet».
                        But it is %d: %s""".formatted(path, beer, beer, reply.status(), reply.body()))
                .startsWith("404")
                .contains("nobody has tried a donut with '" + beer + "' yet");
        assertThat(new Kept(bar).has(beer))
                .withFailMessage("A 404 is not worth keeping, but there is a key 'pair:%s'.", beer)
                .isFalse();
    }

    private void isDecidedByTheMenu(StandInServer standIn) {
        standIn.answer(StandInServer.whole(200, JSON, match.replace("\"" + beer + "\"", "\"" + UNKNOWN + "\"")));
        int before = standIn.asked();

        ServiceReply reply = bar.get(path + UNKNOWN);

        assertThat(reply.status() + ", the score service was asked " + (standIn.asked() - before) + " times")
                .withFailMessage(
                        () -> """
                        The menu decides whether a beer exists: GET %s%s should be a 404, without a call to the score service.
                        But it is %d: %s
                        The score service was asked %d times.""".formatted(path, UNKNOWN, reply.status(), reply.body(), standIn.asked() - before))
                .isEqualTo("404, the score service was asked 0 times");
    }
}

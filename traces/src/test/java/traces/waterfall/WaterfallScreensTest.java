package traces.waterfall;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import traces.model.SampleSpan;
import traces.model.TraceTree;
import traces.terminal.Glyphs;
import traces.terminal.Screen;

/** Draws two traces on screens of different kinds. */
class WaterfallScreensTest {

    @Test
    void givesAWideTerminalToNamesDetailsAndBars() {
        assertThat(drawn(SampleTraces.pair(), Screen.plain(120))).isEqualTo("""
                Trace 00000000000000000000000000000001 · 2026-11-21 12:00:00.000 · 462 ms · 165 spans · no errors · beer-donut-app

                                                                                         after     took  0                        462 ms
                beer-donut-app: GET /pair/beer                                               0   462 ms  ███████████████████████████████
                ├─ SELECT beerdonut.menu.Beer                                           4.1 ms   5.2 ms  ▍
                │  └─ SELECT mem:bar.Beer · select b.id, b.name from beer b where b.…   4.8 ms   2.7 ms  ▏
                ├─ SELECT beerdonut.pairing.Tasting                                    10.0 ms  21.2 ms  ▐█▏
                │  └─ SELECT mem:bar.Tasting · select t.beer, t.donut, t.stars from …  11.4 ms   9.5 ms  ▕▍
                ├─ 80 × SELECT mem:bar.Donut · one after another, 2.4 ms each          32.0 ms   192 ms    ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒
                └─ 80 × SELECT mem:bar.donut_flavour · one after another, 2.6 ms each  34.5 ms   208 ms    ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒░""");
    }

    @Test
    void saysHowSeveralRanBehindTheirName_whereThereIsRoom() {
        assertThat(drawn(SampleTraces.match(), Screen.plain(120))).isEqualTo("""
                Trace 00000000000000000000000000000001 · 2026-11-21 12:00:00.000 · 120 ms · 85 spans · 1 error · beer-donut-app
                score-service

                                                                             after     took  0                                    120 ms
                beer-donut-app: GET /beer/{name}                                 0   120 ms  ███████████████████████████████████████████
                └─ GET                                                     10.0 ms   105 ms     ▐█████████████████████████████████████▎
                   └─ score-service: GET /match                            12.5 ms   100 ms      ▐███████████████████████████████████▍
                      ├─ 81 × GET · up to 4 at the same time, 3.7 ms each  14.5 ms  83.7 ms       ██████████████████████████████▎
                      └─ ! GET                                              101 ms  10.0 ms                                      ███▋
                         failed: redis.clients.jedis.exceptions.JedisConnectionException

                Clocks differ: that of score-service is 3.00 s behind; put right here.""");
    }

    @Test
    void drawsWithoutBlocks_whereThereAreNone() {
        assertThat(drawn(SampleTraces.match(), new Screen(80, false, Glyphs.ASCII)))
                .isEqualTo("""
                Trace 00000000000000000000000000000001 - 2026-11-21 12:00:00.000 - 120 ms
                85 spans - 1 error - beer-donut-app - score-service

                                                    after     took  0                     120 ms
                beer-donut-app: GET /beer/{name}        0   120 ms  ############################
                `- GET                            10.0 ms   105 ms    #########################
                   `- score-service: GET /match   12.5 ms   100 ms    |#######################|
                      |- 81 x GET                 14.5 ms  83.7 ms     ####################
                      |  up to 4 at the same time, 3.7 ms each
                      `- ! GET                     101 ms  10.0 ms                         ###
                         failed: redis.clients.jedis.exceptions.JedisConnectionException

                Clocks differ: that of score-service is 3.00 s behind; put right here.""");
    }

    @Test
    void coloursServicesAndErrors() {
        TraceTree tree = SampleSpan.tree(
                SampleSpan.named("GET").id(1).client().at(0, 100),
                SampleSpan.named("GET /match")
                        .of("score-service")
                        .id(2)
                        .under(1)
                        .server()
                        .at(20, 60)
                        .failed());

        String drawn = drawn(tree, new Screen(80, true, Glyphs.BLOCKS));

        assertThat(drawn.replace('\u001b', '^')).isEqualTo("""
                ^[1mTrace 00000000000000000000000000000001^[0m^[2m · ^[0m2026-11-21 12:00:00.000^[2m · ^[0m100 ms
                2 spans^[2m · ^[0m^[31m1 error^[0m^[2m · ^[0m^[33mbeer-donut-app^[0m^[2m · ^[0m^[36mscore-service^[0m

                                                           ^[2mafter^[0m     ^[2mtook^[0m  ^[2m0^[0m              ^[2m100 ms^[0m
                ^[33mbeer-donut-app: ^[0mGET                            0   100 ms  ^[33m█████████████████████^[0m
                ^[2m└─ ^[0m^[31m! ^[0m^[36mscore-service: ^[0mGET /match^[2m · ^[0m^[31mfailed^[0m  20.0 ms  40.0 ms  ^[31m    ████████▋^[0m""");
    }

    private static String drawn(TraceTree tree, Screen screen) {
        return String.join("\n", new Waterfall(tree, false).lines(screen, ZoneOffset.UTC));
    }
}

package accesslog.join;

import static accesslog.LogText.found;
import static accesslog.LogText.search;
import static org.assertj.core.api.Assertions.assertThat;

import accesslog.LogRun;
import accesslog.LogText;
import accesslog.record.FaultKind;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JoinTest {

    private static final String SSO = "uid=sso,dc=x";

    @TempDir
    Path folder;

    private final LogText log = new LogText();

    private LogRun run() {
        return LogRun.of(folder, log.toString());
    }

    private static String bindDn(JsonNode operation) {
        return operation.path("bind_dn").asText("");
    }

    @Test
    void findsTheRequestOfEachResult_whenResultsComeInAnotherOrder() {
        log.bound(1, SSO).lines(search(1, 1), search(1, 2), found(1, 2), search(1, 4), found(1, 4), found(1, 1));

        LogRun run = run();

        assertThat(run.operation(1, 1).get("filter").asText()).isEqualTo("(uid=a1)");
        assertThat(run.operation(1, 1).get("end").asText()).isEqualTo("2026-11-21T07:16:00.008000000Z");
        assertThat(run.operation(1, 2).get("end").asText()).isEqualTo("2026-11-21T07:16:00.005000000Z");
        assertThat(run.operation(1, 4).get("optime_ns").asLong()).isEqualTo(2_000_000);
    }

    @Test
    void attributesByNumber_whenTheResultOfABindIsLoggedLate() {
        log.bound(1, SSO)
                .lines(
                        "conn=1 op=1 BIND dn=\"uid=ana,dc=x\" method=128 version=3",
                        search(1, 2),
                        found(1, 2),
                        "conn=1 op=1 RESULT err=0 tag=97 nentries=0 etime=0.001000000 dn=\"uid=ana,dc=x\"");

        LogRun run = run();

        assertThat(bindDn(run.operation(1, 1))).isEqualTo(SSO);
        assertThat(bindDn(run.operation(1, 2))).isEqualTo("uid=ana,dc=x");
    }

    @Test
    void believesTheBindLine_whenTheResultCarriesTheNextBindsName() {
        log.bound(1, SSO)
                .lines(
                        "conn=1 op=1 BIND dn=\"uid=ana,dc=x\" method=128 version=3",
                        "conn=1 op=2 BIND dn=\"uid=sso,dc=x\" method=128 version=3",
                        "conn=1 op=1 RESULT err=0 tag=97 nentries=0 etime=0.001000000 dn=\"uid=sso,dc=x\"",
                        "conn=1 op=2 RESULT err=0 tag=97 nentries=0 etime=0.001000000 dn=\"uid=sso,dc=x\"");

        assertThat(bindDn(run().operation(1, 2))).isEqualTo("uid=ana,dc=x");
    }

    @Test
    void isAnonymous_whenABindFailed() {
        log.bound(1, SSO)
                .lines(
                        "conn=1 op=1 BIND dn=\"uid=ana,dc=x\" method=128 version=3",
                        "conn=1 op=1 RESULT err=49 tag=97 nentries=0 etime=0.001000000 - Invalid credentials",
                        search(1, 2),
                        found(1, 2));

        LogRun run = run();

        assertThat(run.operation(1, 2).has("bind_dn")).isFalse();
        assertThat(run.operation(1, 1).get("message").asText()).isEqualTo("Invalid credentials");
    }

    @Test
    void takesTheNameOfASaslBindFromItsResult() {
        log.bound(1, SSO)
                .lines(
                        "conn=1 op=1 BIND dn=\"\" method=sasl version=3 mech=GSSAPI",
                        "conn=1 op=1 RESULT err=14 tag=97 nentries=0 etime=0.001000000, SASL bind in progress",
                        search(1, 2),
                        found(1, 2),
                        "conn=1 op=3 BIND dn=\"\" method=sasl version=3 mech=GSSAPI",
                        "conn=1 op=3 RESULT err=0 tag=97 nentries=0 etime=0.001000000 dn=\"uid=eva,dc=x\"",
                        search(1, 4),
                        found(1, 4));

        LogRun run = run();

        assertThat(bindDn(run.operation(1, 2))).isEqualTo(SSO);
        assertThat(bindDn(run.operation(1, 4))).isEqualTo("uid=eva,dc=x");
        assertThat(run.operation(1, 3).get("mech").asText()).isEqualTo("GSSAPI");
    }

    @Test
    void knowsWhoTheServerBoundByItself() {
        log.lines(
                "conn=3 fd=64 slot=64 connection from local to /run/slapd.socket",
                "conn=3 AUTOBIND dn=\"cn=Directory Manager\"",
                search(3, 0),
                found(3, 0));

        assertThat(bindDn(run().operation(3, 0))).isEqualTo("cn=directory manager");
    }

    @Test
    void endsWithItsConnection_whenThereIsNoResult() {
        log.bound(1, SSO)
                .lines(
                        search(1, 1),
                        "conn=1 op=2 UNBIND",
                        "conn=1 op=2 fd=64 Disconnect - Cleanly Closed Connection - U1");

        JsonNode search = run().operation(1, 1);

        assertThat(search.get("ended").asText()).isEqualTo("close");
        assertThat(search.get("end").asText()).isEqualTo("2026-11-21T07:16:00.005000000Z");
        assertThat(search.has("err")).isFalse();
    }

    @Test
    void joinsWhatIsLoggedBehindTheCloseLine() {
        log.bound(1, SSO)
                .lines(
                        search(1, 1),
                        "conn=1 op=3 UNBIND",
                        "conn=1 op=3 fd=64 Disconnect - Cleanly Closed Connection - U1",
                        search(1, 2),
                        found(1, 1))
                .seconds(5)
                .bound(2, SSO);

        LogRun run = run();

        assertThat(run.operation(1, 1).get("ended").asText()).isEqualTo("result");
        assertThat(bindDn(run.operation(1, 2))).isEqualTo(SSO);
        assertThat(run.operation(1, 2).get("ended").asText()).isEqualTo("close");
    }

    @Test
    void endsWithTheInput_whenItsConnectionStaysOpen() {
        log.bound(1, SSO).lines(search(1, 1));

        assertThat(run().operation(1, 1).get("ended").asText()).isEqualTo("eof");
    }

    @Test
    void isAbandoned_unlessItsResultCameNevertheless() {
        log.bound(1, SSO)
                .lines(
                        search(1, 1),
                        search(1, 2),
                        "conn=1 op=3 ABANDON targetop=1 msgid=2 nentries=4 etime=0.0030626003",
                        "conn=1 op=4 ABANDON targetop=2 msgid=3 nentries=0 etime=0.0000626003",
                        "conn=1 op=5 ABANDON targetop=Simple Paged Results msgid=9",
                        found(1, 2));

        LogRun run = run();

        assertThat(run.operation(1, 1).get("ended").asText()).isEqualTo("abandon");
        assertThat(run.operation(1, 1).get("etime_ns").asLong()).isEqualTo(30_626_003);
        assertThat(run.operation(1, 2).get("ended").asText()).isEqualTo("result");
        assertThat(run.operation(1, 3).get("nentries").asInt()).isEqualTo(4);
        assertThat(run.operation(1, 5).get("type").asText()).isEqualTo("ABANDON");
    }

    @Test
    void putsInternalOperationsUnderWhatCausedThem() {
        log.bound(7, SSO)
                .lines(
                        "conn=7 op=3 MOD dn=\"uid=a,dc=x\"",
                        "conn=7 (Internal) op=3(1)(1) SRCH base=\"dc=x\" scope=2 filter=\"objectclass=*\" attrs=ALL",
                        "conn=7 (Internal) op=3(1)(1) RESULT err=0 tag=48 nentries=5 etime=0.000000009",
                        "conn=7 op=3 RESULT err=0 tag=103 nentries=0 etime=0.001000000",
                        "conn=Internal(0) op=0(200)(2) SRCH base=\"cn=config\" scope=0 filter=\"cn=a\" attrs=ALL",
                        "conn=Internal(0) op=0(200)(2) RESULT err=0 tag=48 nentries=1 etime=0.000000001",
                        "conn=Internal(0) op=0(200)(2) MOD dn=\"cn=config\"",
                        "conn=Internal(0) op=0(200)(2) RESULT err=53 tag=48 nentries=0 etime=0.000000002");

        LogRun run = run();

        JsonNode plugin = run.operations.stream()
                .filter(each -> each.has("internal") && each.get("conn").asInt() == 7)
                .findFirst()
                .orElseThrow();
        assertThat(plugin.toString())
                .contains("\"op\":3", "\"internal\":{\"id\":1,\"nesting\":1}", "\"nentries\":5", "(objectclass=*)");
        assertThat(run.operations.stream()
                        .filter(each -> each.get("conn").asInt() == 0)
                        .map(each -> each.get("type").asText() + each.get("err").asInt()))
                .containsExactly("SRCH0", "MOD53");
    }

    @Test
    void joinsInternalOperationsOfOldVersions() {
        log.lines(
                "conn=Internal op=-1 SRCH base=\"cn=config\" scope=0 filter=\"cn=a\" attrs=ALL",
                "conn=Internal op=-1 RESULT err=0 tag=48 nentries=1 etime=0.0000001000");

        assertThat(run().operations)
                .singleElement()
                .satisfies(each -> assertThat(each.toString()).contains("\"internal\":{}", "\"etime_ns\":1000"));
    }

    @Test
    void startsAnotherRun_whenConnectionsAreCountedFromOneAgain() {
        log.bound(1, SSO).lines(search(1, 1)).bound(1, "uid=ana,dc=x").lines(search(1, 1), found(1, 1));

        LogRun run = run();

        assertThat(run.reader.runs()).isEqualTo(2);
        assertThat(run.operations.stream()
                        .filter(each -> each.get("op").asInt() == 1)
                        .map(each -> each.get("run") + each.get("ended").asText() + bindDn(each)))
                .containsExactlyInAnyOrder("1close" + SSO, "2resultuid=ana,dc=x");
    }

    @Test
    void startsAnotherRun_whenTheNumberWasNeverSeenButIsFarBelowTheFirst() {
        log.bound(149_981, SSO).bound(1, SSO);

        assertThat(run().reader.runs()).isEqualTo(2);
    }

    @Test
    void staysInTheRun_whenConnectionsBeginInAnotherOrder() {
        log.bound(12, SSO).bound(11, SSO).bound(13, SSO);

        assertThat(run().reader.runs()).isEqualTo(1);
    }

    @Test
    void keepsBothIdentities_whenOneActsForAnother() {
        log.bound(1, SSO)
                .lines(
                        "conn=1 op=1 SRCH base=\"dc=x\" scope=0 filter=\"(uid=a)\" attrs=ALL authzid=\"uid=ana,dc=x\"",
                        found(1, 1));

        assertThat(run().operation(1, 1).toString())
                .contains("\"bind_dn\":\"uid=sso,dc=x\"", "\"authzid\":\"uid=ana,dc=x\"")
                .doesNotContain("attrs");
    }

    @Test
    void takesTheClientsAddressFromItsProxy() {
        log.lines(
                "conn=1 fd=64 slot=64 connection from 10.9.9.9 to 10.0.0.1",
                "conn=1 fd=64 HAProxy new_address_from=192.0.2.7 to new_address_dest=10.0.0.1",
                search(1, 0),
                found(1, 0));

        assertThat(run().operation(1, 0).get("client").asText()).isEqualTo("192.0.2.7");
    }

    @Test
    void doesNotCallAClientAnonymous_whenItConnectedBeforeTheLogBegins() {
        log.lines(search(5, 8), found(5, 8), found(5, 9));

        LogRun run = run();

        assertThat(run.operation(5, 8).has("client")).isFalse();
        assertThat(run.reader.faults().count(FaultKind.NO_REQUEST)).isEqualTo(1);
    }

    @Test
    void keepsWhatIsSaidBetweenRequestAndResult() {
        log.bound(1, SSO)
                .lines(
                        search(1, 1),
                        "conn=1 op=1 SORT cn -uid (1012)",
                        "conn=1 op=1 VLV 0:9:0:0 1:200 (0)",
                        "conn=1 op=1 STAT read index: attribute=uid key(eq)=conn=1 op=1 RESULT err=9 --> count 1 (duration 0.000010)",
                        found(1, 1));

        JsonNode search = run().operation(1, 1);

        assertThat(search.get("remarks")).hasSize(3);
        assertThat(search.get("remarks").get(0).asText()).isEqualTo("SORT cn -uid (1012)");
        assertThat(search.get("err").asInt()).isZero();
    }
}

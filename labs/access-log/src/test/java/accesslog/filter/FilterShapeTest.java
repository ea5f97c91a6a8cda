package accesslog.filter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilterShapeTest {

    static String shape(String filter) {
        byte[] shape = new FilterShape().of(filter.getBytes(UTF_8));
        return shape == null ? null : new String(shape, UTF_8);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "(uid=ana)                                          > (uid=...)",
                "(mail=*)                                           > (mail=*)",
                "(cn=a*b*c)                                         > (cn=...*...*...)",
                "(cn=*z)                                            > (cn=*...)",
                "(cn=*mid*)                                         > (cn=*...*)",
                "(objectClass=inetOrgPerson)                        > (objectClass=inetOrgPerson)",
                "(OBJECTCLASS=*)                                    > (OBJECTCLASS=*)",
                "(&(objectClass=person)(|(uid=a)(mail=b)))          > (&(objectClass=person)(|(uid=...)(mail=...)))",
                "(|(uid=a)(uid=b)(uid=c))                           > (|(uid=...))",
                "(|(uid=a)(mail=b)(uid=c)(mail=d))                  > (|(uid=...)(mail=...))",
                "(|(&(uid=a)(l=x))(&(uid=b)(l=y)))                  > (|(&(uid=...)(l=...)))",
                "(!(uid=x))                                         > (!(uid=...))",
                "(sn~=smyth)                                        > (sn~=...)",
                "(cn:dn:caseExactMatch:=a*)                         > (cn:dn:caseExactMatch:=...)",
                "(cn=a\"b\" scope=9)                                > (cn=...)",
                "(cn=\\28in brackets\\29)                           > (cn=...)",
                "(cn=conn=99 op=1 RESULT err=0)                     > (cn=...)",
                "objectclass=vlvsearch                              > (objectclass=vlvsearch)",
                "(cn=)                                              > (cn=...)",
                "(&)                                                > (&)",
            })
    void keepsWhatFiltersHaveInCommon(String filter, String shape) {
        assertThat(shape(filter)).isEqualTo(shape);
    }

    @Test
    void keepsGreaterAndLess() {
        assertThat(shape("(sn>=m)")).isEqualTo("(sn>=...)");
        assertThat(shape("(sn<=m)")).isEqualTo("(sn<=...)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(|(uid=user0)(uid=user1)(uid=us...",
                "(|(uid=user0)(uid=user1)(ui...",
                "(|(uid=user0)(uid=user1)(...",
                "(|(uid=user0)(uid=user1)...",
                "(|(uid=user0)(uid=...",
            })
    void closesWhatTheServerHasCut(String filter) {
        assertThat(shape(filter)).isEqualTo("(|(uid=...))");
        assertThat(FilterShape.isCut(filter.getBytes(UTF_8))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"???", "", "(", ")", "(uid)", "(uid=a", "(uid=a))", "(&(uid=a)", "(uid=a(b)", "(=a)", "((uid=a))"
            })
    void refusesWhatIsNoFilter(String text) {
        assertThat(shape(text)).isNull();
    }

    @Test
    void survivesAnyDepth() {
        assertThat(shape("(!".repeat(20_000) + "(a=b)" + ")".repeat(20_000))).isNull();
    }
}

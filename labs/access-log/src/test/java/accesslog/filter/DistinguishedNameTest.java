package accesslog.filter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DistinguishedNameTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            quoteCharacter = '`',
            value = {
                "UID=svc-SSO,OU=services,DC=example,dc=com > uid=svc-sso,ou=services,dc=example,dc=com",
                "cn=Directory Manager                      > cn=directory manager",
                "uid=a , ou = people,  dc=com              > uid=a,ou=people,dc=com",
                "cn=Doe\\, Jane,dc=com                     > cn=doe\\, jane,dc=com",
                "cn=ends with\\ ,dc=com                    > cn=ends with\\ ,dc=com",
                "cn=J\u00dcRGEN,dc=com                     > cn=j\u00fcrgen,dc=com",
                "cn=a+sn = b,dc=com                        > cn=a+sn=b,dc=com",
                "not a dn                                  > not a dn",
            })
    void spellsTheSameNameTheSameWay(String name, String normalised) {
        assertThat(new String(DistinguishedName.normalised(name.getBytes(UTF_8)), UTF_8))
                .isEqualTo(normalised);
    }
}

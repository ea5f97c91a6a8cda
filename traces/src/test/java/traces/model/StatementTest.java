package traces.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatementTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            # values
            select * from donut where id = 42                  | select * from donut where id = ?
            SELECT * FROM Donut WHERE id=?                     | select * from donut where id=?
            where name = 'ipa'                                 | where name = ?
            where name = 'it''s'                               | where name = ?
            where name = ''                                    | where name = ?
            where name = 'a -- b /* c */ ? 1 (2)'              | where name = ?
            where name = 'C:\\' and id = 1                     | where name = ? and id = ?
            where name = N'ipa' or x'ff' or E'it\\'s'          | where name = ? or ? or ?
            where abv > 4.5 and abv < .5 and x = 1.            | where abv > ? and abv < ? and x = ?
            where a = -1 and b = +2 and c in (-1, -2)          | where a = ? and b = ? and c in (?)
            where a between -1 and 5                           | where a between ? and ?
            where a = 1e10 or a = 1.5E-3 or a = 0x1F or a=42L  | where a = ? or a = ? or a = ? or a=?
            where a = 1_000                                    | where a = ?
            where a-1 > b - 2                                  | where a-? > b - ?
            where a = 1-2                                      | where a = ?-?
            where day = DATE '2026-11-21'                      | where day = date ?
            where active = true and gone = FALSE               | where active = ? and gone = ?
            where a is null and b is not NULL and c = null     | where a is null and b is not null and c = ?
            update beer set abv = null where id = 1            | update beer set abv = ? where id = ?
            f($$it's$$, $x$ $$ 'y' $x$, a)                      | f(?, ?, a)

            # parameters
            where a = $1 and b = :name and c = ?2 and d = @p   | where a = ? and b = ? and c = ? and d = ?
            where a = ?::int and b = x::text and c = @@mode    | where a = ?::int and b = x::text and c = @@mode
            where id=?and b=1                                  | where id=?and b=?
            where a = %s and b=%s and c in (%s, %s, %s)        | where a = ? and b=? and c in (?)
            insert into beer values (%s, %s), (%s, %s)         | insert into beer values (?)
            where a = %(name)s and b = %(abv)d                 | where a = ? and b = ?
            select a % b, c%s, d %second from e                | select a % b, c%s, d %second from e
            where id = 5b6962dd-3f90-4c93-8f61-eabfa4a80000    | where id = ?
            where id in (5b6962dd-3f90-4c93-8f61-eabfa4a80000, eab962dd-3f90-4c93-8f61-eabfa4a80000) | where id in (?)

            # names
            select d1_0.id, f2.x3 from table2 d1_0             | select d1_0.id, f2.x3 from table2 d1_0
            select "Beer 1"."it""s", `2 x` from [T 1]          | select "Beer 1"."it""s", `2 x` from [t ?]
            select a.1b, v$session from größe                  | select a.1b, v$session from größe

            # lists
            where id in (1,2,  3)                              | where id in (?)
            where id in (1)                                    | where id in (?)
            where id in ( ?, ?, ? )                            | where id in (?)
            where id in (:a, :b) and x in ($1,$2)              | where id in (?) and x in (?)
            where id in ('a', null, true, -1)                  | where id in (?)
            where (a, b) in ((1, 2), (3, 4), (5, 6))           | where (a, b) in ((?))
            where id = any(array[1, 2, 3])                     | where id = any(array[?])
            where id in (select id from x where y in (1, 2))   | where id in (select id from x where y in (?))
            insert into beer values (1, 'a'), (2, 'b'),(3,'c') | insert into beer values (?)
            insert into beer (id, name) values (1, 'a')        | insert into beer (id, name) values (?)
            values (now(), 1), (now(), 2)                      | values (now(), ?), (now(), ?)
            select count(*), max(1) from f()                   | select count(*), max(?) from f()

            # space and comments
            ~  select   1 ; ~                                  | select ?
            ~select /* hint
             5 */ 1 -- that's all~                             | select ?
            select 1 /* never closed                           | select ?
            where name = 'never closed                         | where name = ?
            ~ ~                                                | ~~
            """)
    void writesTheFormOfSql(String statement, String form) {
        assertThat(Statement.normalised("h2", statement)).isEqualTo(form);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            mysql         | where a = "ipa" and b = 'it\\'s' and c = `D` | where a = ? and b = ? and c = `D`
            mariadb       | where a = "it\\"s"                           | where a = ?
            mysql         | ~select a # one\n from b~                       | select a from b
            mariadb       | ~# request 17\nselect ?~                        | select ?
            tidb          | ~select a # one\n from b~                       | select a from b
            singlestore   | where a = "ipa"                              | where a = ?
            other_sql     | ~# request 17\nselect ?~                        | select ?
            ~~            | ~ # request 17\nselect 1~                       | select ?
            postgresql    | select a # b                                 | select a # b
            postgresql    | select a #> b, c #>> d                       | select a #> b, c #>> d
            cassandra     | id = 5b6962dd-3f90-4c93-8f61-eabfa4a80000    | id = ?
            cassandra     | id=EAB962DD-3F90-4C93-8F61-EABFA4A80000 or 1 | id=? or ?
            postgresql    | where "Name" = 'C:\\'                        | where "Name" = ?
            other_sql     | where a = 1                                  | where a = ?
            ~~            | where a = 1                                  | where a = ?
            redis         | GET score:pair:ipa:maple-bacon               | GET ?
            redis         | get   x                                      | GET ?
            redis         | GET ?                                        | GET ?
            redis         | MGET a b c                                   | MGET ?
            redis         | ~ PING ~                                     | PING
            redis         | CONFIG SET maxmemory 1mb                     | CONFIG SET ?
            redis         | client setinfo lib-name jedis                | CLIENT SETINFO ?
            redis         | SCRIPT FLUSH                                 | SCRIPT FLUSH
            redis         | COMMAND                                      | COMMAND
            redis         | FT.SEARCH beers @style:ipa                   | FT.SEARCH ?
            redis         | SET it's 'x                                  | SET ?
            valkey        | GET a                                        | GET ?
            memcached     | get a                                        | GET ?
            mongodb       | {"find": "beer", "filter": {"_id": "ipa"}}   | {"find": "beer", "filter": {"_id": ?}}
            mongodb       | {"find": "Beer", "limit": 1, "x": true}      | {"find": "Beer", "limit": ?, "x": ?}
            mongodb       | {"find": "a", "x": {"$in": ["?", "?", "?"]}} | {"find": "a", "x": {"$in": [?]}}
            elasticsearch | {"query": {"term": {"name": "it\\"s"}}}      | {"query": {"term": {"name": ?}}}
            """)
    void knowsWhatOtherDatabasesAreSent(String database, String statement, String form) {
        assertThat(Statement.normalised(database, statement)).isEqualTo(form);
    }

    /** Each of these made a careless expression overflow the stack, or take a time that grows with the square. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "'",
                "''",
                "'a",
                "a''",
                "\"",
                "`",
                "(",
                ")",
                "()",
                "(?",
                "(?,",
                "((?),",
                "(?),",
                "?,",
                "-",
                "-1",
                "--",
                "- ",
                "+-",
                "#",
                "#\n",
                "%",
                "%s",
                "%(",
                "%(a",
                "%s,",
                "/",
                "/*",
                "*/",
                "$",
                "$$",
                "$a$",
                "$a",
                "$a$ $b",
                ":",
                ":a",
                "::",
                "@",
                "1",
                "1e",
                "1e-",
                "1.",
                ".",
                "0x",
                "a",
                "a.",
                "a1",
                "null ",
                "is null ",
                "\\",
                "'\\",
                "[",
                "[?],",
                ";",
                " ;",
                " ",
                "\n",
                "ß",
                "\ud800",
                "{\"a\":",
                "\"a\" ",
                "n'",
                "1,",
                ", "
            })
    @Timeout(30)
    void takesAMegabyteOfAnything(String piece) {
        String long1 = piece.repeat(1_000_000 / piece.length());

        assertThat(Statement.normalised("postgresql", long1)).hasSizeLessThanOrEqualTo(long1.length());
        assertThat(Statement.normalised("mysql", long1)).hasSizeLessThanOrEqualTo(long1.length());
        assertThat(Statement.normalised("mongodb", long1)).hasSizeLessThanOrEqualTo(long1.length());
        assertThat(Statement.normalised("redis", long1)).hasSizeLessThanOrEqualTo(long1.length() + 2);
    }

    /** How many values are within the letters that are read depends on how long each of them is. */
    @ParameterizedTest
    @ValueSource(strings = {"select a from b where id in (%s", "insert into b values (%s), (%1$s", "select f(a, %s"})
    void cutsALongStatement_notWithinItsLastList(String statement) {
        String small = statement.formatted("1, ".repeat(2_000) + "1)");
        String large = statement.formatted("12345, ".repeat(2_000) + "1)");

        assertThat(Statement.normalised("h2", small))
                .isEqualTo(Statement.normalised("h2", large))
                .endsWith("…");
    }

    /** The javaagent sends statements whose values are a ? already. The words are thrown, with a fixed seed. */
    @Test
    void hasTheFormThatItHas_whateverIsWritten() {
        Random random = new Random(3);
        String[] words =
                "a b1 1 -1 +1 1.5 + - %s % # 'x' 'it''s' ( ( ) ) , , in is null ? :p $1 = \"N\" ; [ ]".split(" ");
        for (int i = 0; i < 20_000; i++) {
            String text = random.ints(12, 0, words.length)
                    .mapToObj(word -> words[word])
                    .collect(Collectors.joining(" "));
            String form = Statement.normalised("h2", text);

            assertThat(Statement.normalised("h2", form)).isEqualTo(form);
        }
    }
}

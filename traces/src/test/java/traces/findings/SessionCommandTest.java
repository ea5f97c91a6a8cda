package traces.findings;

import static org.assertj.core.api.Assertions.assertThat;
import static traces.model.SampleSpan.named;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import traces.model.SampleSpan;

class SessionCommandTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            postgresql | BEGIN
            postgresql | begin transaction isolation level serializable
            postgresql | START TRANSACTION
            postgresql | COMMIT
            postgresql | commit and chain;
            postgresql | ROLLBACK TO SAVEPOINT sp_1
            postgresql | SAVEPOINT "sp_2"
            postgresql | RELEASE SAVEPOINT sp_2
            postgresql | END
            postgresql | SET search_path = beers
            postgresql | DISCARD ALL
            postgresql | SHOW TRANSACTION ISOLATION LEVEL
            mysql      | SET autocommit=0
            mysql      | /* ping */ COMMIT
            mysql      | use beers
            sqlite     | begin immediate
            mssql      | BEGIN TRAN
            mssql      | save transaction a
            redis      | PING
            redis      | MULTI
            redis      | exec
            redis      | AUTH default ?
            redis      | HELLO 3
            redis      | CLIENT SETINFO lib-name jedis
            redis      | SELECT 2
            mongodb    | {"ping": 1}
            mongodb    | {"commitTransaction": 1, "txnNumber": 7}
            mongodb    | {"endSessions": [{"id": "x"}]}
            """)
    void isNoQuery(String database, String statement) {
        assertThat(findings(database, "x", statement)).isEmpty();
    }

    /** Drivers and pools have spans of their own, without a statement. */
    @ParameterizedTest
    @CsvSource({
        "pg-pool.connect",
        "pg.connect",
        "mysql.connect",
        "connect",
        "sql.conn.ping",
        "sql.conn.begin_tx",
        "sql.tx.commit",
        "sql.tx.rollback",
        "sql.conn.reset_session",
        "PDO::beginTransaction",
        "HikariDataSource.getConnection",
        "COMMIT",
        "redis.ping",
        "SAVEPOINT",
    })
    void isNoQuery_byItsName(String name) {
        assertThat(findings("postgresql", name, "")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            postgresql | x             | select * from commit where id = 1
            postgresql | x             | insert into begin values (1)
            postgresql | x             | begin; update beer set abv = 1; commit
            oracle     | x             | begin brew(1); end;
            mysql      | x             | set @a = 1; select @a
            redis      | x             | GET ping
            redis      | x             | SETEX a 1 b
            mongodb    | x             | {"find": "commitTransaction"}
            postgresql | SELECT        | ~~
            redis      | HGETALL       | ~~
            mongodb    | beers.find    | ~~
            h2         | commit.search | ~~
            """)
    void isNoSuchCommand_whereItReadsOrWrites(String database, String name, String statement) {
        assertThat(findings(database, name, statement)).hasSize(1);
    }

    private static List<RepeatedQuery> findings(String database, String name, String statement) {
        List<SampleSpan> spans =
                new ArrayList<>(List.of(named("POST /signup").id(1).server()));
        for (int i = 0; i < 5; i++) {
            SampleSpan call = named(name).id(10 + i).under(1).client().attribute("db.system", database);
            spans.add(statement.isEmpty() ? call : call.attribute("db.statement", statement));
        }
        return RepeatedQuery.in(SampleSpan.tree(spans.toArray(SampleSpan[]::new)));
    }
}

package beerdonut;

import static com.zaxxer.hikari.SQLExceptionOverride.Override.CONTINUE_EVICT;
import static com.zaxxer.hikari.SQLExceptionOverride.Override.MUST_EVICT;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;

/** Makes the pool drop a connection that H2 calls broken: H2 has codes of its own for that, which the pool does not know. */
final class EvictDeadConnections implements SQLExceptionOverride {

    // No @Override here: the interface has an enum of that name, which would be meant.
    public Override adjudicate(SQLException e) {
        return e instanceof SQLNonTransientConnectionException ? MUST_EVICT : CONTINUE_EVICT;
    }
}

package org.meritstream.log.postgres;

import io.vertx.pgclient.PgException;
import java.util.Set;
import org.meritstream.log.RecordFault;
import org.meritstream.log.StoreFault;

/** Whose fault it is that a statement failed, by the class of its SQLSTATE (PostgreSQL, appendix A). What no class names may pass by itself. */
final class Refusal {

    /**
     * Data: 21 cardinality violation, 22 data exception, 23 integrity constraint violation, 54 program limit exceeded (a row or an index
     * entry that is too large).
     */
    private static final Set<String> OF_DATA = Set.of("21", "22", "23", "54");

    /** Statements: 0A feature not supported, 3D and 3F invalid catalogue and schema name, 42 syntax error or access rule violation. */
    private static final Set<String> OF_STATEMENTS = Set.of("0A", "3D", "3F", "42");

    private Refusal() {}

    /** The fault as the loop has to take it: a {@link RecordFault}, a {@link StoreFault}, or what it was. */
    static RuntimeException of(RuntimeException fault) {
        String state = sqlState(fault);
        String kind = state.length() == 5 ? state.substring(0, 2) : "";
        if (OF_DATA.contains(kind)) {
            return new RecordFault("the store refuses the data: " + state, fault);
        }
        return OF_STATEMENTS.contains(kind) ? new StoreFault(state, fault) : fault;
    }

    private static String sqlState(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof PgException refused) {
                return String.valueOf(refused.getSqlState());
            }
        }
        return "";
    }
}

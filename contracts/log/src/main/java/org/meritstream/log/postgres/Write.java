package org.meritstream.log.postgres;

import io.vertx.mutiny.sqlclient.Tuple;

/**
 * One statement of a turn.
 *
 * @param expected how many rows it must change, or {@link #ANY}; another number means that another replica was faster
 */
public record Write(String sql, Tuple params, int expected) {

    /** No expectation. */
    public static final int ANY = -1;

    /** A statement that may change any number of rows. */
    public static Write any(String sql, Tuple params) {
        return new Write(sql, params, ANY);
    }

    /** A statement that must change exactly so many rows, or the turn is decided again. */
    public static Write exactly(int expected, String sql, Tuple params) {
        return new Write(sql, params, expected);
    }
}

package org.meritstream.proving;

/** Real servers that a test run stands on. */
sealed interface Servers extends AutoCloseable permits ContainerServers, EmbeddedServers {

    /** Host and port of the broker. */
    String kafka();

    /** Where PostgreSQL listens. */
    Postgres postgres();

    /** Connection string of MongoDB or its emulator. */
    String mongo();

    /** Freezes PostgreSQL alone. */
    Frozen freezePostgres();

    /** Freezes MongoDB or its emulator; where both are one process, the broker with it. */
    Frozen freezeMongo();

    /** Which servers these are, for the last lines of a run. */
    String description();

    @Override
    void close();

    /**
     * PostgreSQL, with the role and database of one service after another.
     *
     * @param hostAndPort {@code host:port}
     */
    record Postgres(String hostAndPort, String password) {}
}

package org.meritstream.proving;

/** The servers of {@code deploy/quickstart}: a real Kafka broker, a real PostgreSQL, and an emulator of MongoDB. */
final class EmbeddedServers implements Servers {
    private final ServerProcess process;

    EmbeddedServers() {
        process = ServerProcess.start("--kafka", "0", "--postgres", "0", "--mongo", "0", "--partitions", "6");
    }

    @Override
    public String kafka() {
        return "127.0.0.1:" + process.port("kafka");
    }

    @Override
    public Postgres postgres() {
        return new Postgres("127.0.0.1:" + process.port("postgres"), "meritstream");
    }

    @Override
    public String mongo() {
        return "mongodb://127.0.0.1:" + process.port("mongo");
    }

    @Override
    public Frozen freezePostgres() {
        return process.freezePostgres();
    }

    @Override
    public Frozen freezeMongo() {
        return process.freeze();
    }

    @Override
    public String description() {
        return "embedded servers: Apache Kafka 4, PostgreSQL 18, and an EMULATOR of MongoDB (no Docker engine was found)";
    }

    @Override
    public void close() {
        process.close();
    }
}

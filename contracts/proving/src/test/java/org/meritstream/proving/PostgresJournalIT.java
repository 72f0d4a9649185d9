package org.meritstream.proving;

import io.vertx.mutiny.sqlclient.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.meritstream.events.EventFormat;
import org.meritstream.events.Message;
import org.meritstream.log.Inbound;
import org.meritstream.log.Journal;
import org.meritstream.log.Position;
import org.meritstream.log.postgres.PostgresJournal;
import org.meritstream.log.postgres.Write;

class PostgresJournalIT extends JournalContract<Write> {
    private LoopBench bench;

    @BeforeEach
    void open() {
        bench = new LoopBench(RealServers.kafka());
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Override
    protected Journal<Write> journal() {
        return new PostgresJournal(bench.database());
    }

    @Override
    protected Inbound event(String id, long offset) {
        Message message = LoopBench.event(id);
        return new Inbound(
                new Position(message.topic(), 0, offset), EventFormat.read(message.headers(), message.body()), message);
    }

    @Override
    protected Write effect(Inbound event) {
        return Write.exactly(1, "insert into proof_fact (id) values ($1)", Tuple.of(event.id()));
    }

    @Override
    protected boolean happened(Inbound event) {
        return bench.database()
                        .query("select 1 from proof_fact where id = $1", Tuple.of(event.id()))
                        .rowCount()
                == 1;
    }
}

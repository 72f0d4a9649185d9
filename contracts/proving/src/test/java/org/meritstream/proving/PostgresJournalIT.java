package org.meritstream.proving;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.meritstream.events.EventFormat;
import org.meritstream.events.Message;
import org.meritstream.events.Topics;
import org.meritstream.log.Inbound;
import org.meritstream.log.Journal;
import org.meritstream.log.Position;
import org.meritstream.log.Turn;
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

    @Test
    void forgetsWhatBecameOfACommandWithIt() {
        UUID old = UUID.fromString("0197d0a0-0000-7000-8000-000000000001");
        UUID young = UUID.fromString("0197d0a0-0000-7000-8000-000000000002");
        journal()
                .commit(new Turn<Write>()
                        .handled(event(old.toString(), 20), List.of())
                        .handled(event("no-uuid", 21), List.of())
                        .write(outcome(old))
                        .write(outcome(young)));

        journal().forget(Topics.ASSESSMENT, Instant.now().plusSeconds(60), 10);

        assertThat(outcomes()).containsExactly(young);
    }

    private static Write outcome(UUID command) {
        return Write.any(
                "insert into command_outcome (id, tenant, state, decided_at) values ($1, 'northgate', 'done', now())",
                Tuple.of(command));
    }

    private List<UUID> outcomes() {
        List<UUID> left = new ArrayList<>();
        bench.database()
                .query("select id from command_outcome", Tuple.tuple())
                .forEach(row -> left.add(row.getUUID("id")));
        return left;
    }

    @Override
    protected boolean happened(Inbound event) {
        return bench.database()
                        .query("select 1 from proof_fact where id = $1", Tuple.of(event.id()))
                        .rowCount()
                == 1;
    }
}

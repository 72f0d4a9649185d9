package org.meritstream.walletsync.journal;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.meritstream.events.EventData;
import org.meritstream.log.Contended;
import org.meritstream.log.Inbound;
import org.meritstream.log.Journal;
import org.meritstream.log.Turn;
import org.meritstream.log.http.Outcome;
import org.meritstream.log.http.Problem;
import org.meritstream.proving.JournalContract;
import org.meritstream.walletsync.wallet.Facts;
import org.meritstream.walletsync.wallet.Refusal;

/** What the journal keeps beyond {@link JournalContract}: each document is guarded by itself. */
abstract class MongoJournalContract extends JournalContract<WalletWrite> {

    @Inject
    MongoJournal journal;

    @Inject
    WalletDatabase database;

    @Inject
    MongoOutcomes outcomes;

    @BeforeEach
    @AfterEach
    void empty() {
        List.of(Places.WALLETS, Places.DOCUMENTS, Places.HANDLED, Places.POSITIONS)
                .forEach(place -> database.loop(place).deleteMany(new Document()));
    }

    @Override
    protected Journal<WalletWrite> journal() {
        return journal;
    }

    @Override
    protected Inbound event(String id, long offset) {
        EventData issued = Facts.issued(Facts.NORTHGATE, learner(id), Facts.CREDENTIAL);
        return Facts.inbound(id, Facts.NOON, issued, offset);
    }

    @Override
    protected WalletWrite effect(Inbound event) {
        Document trace = new Document("tenant", Facts.NORTHGATE);
        WalletWrite.Cause cause = new WalletWrite.Cause(event.id(), null);
        return new WalletWrite.Change(Places.WALLETS, Places.id(event), trace, 0, List.of(cause));
    }

    @Override
    protected boolean happened(Inbound event) {
        return database.loop(Places.WALLETS).find(eq("_id", Places.id(event))).first() != null;
    }

    @Test
    void refusesAChangeDecidedOnAnOlderVersion() {
        Inbound first = event("older", 1);
        journal.commit(new Turn<WalletWrite>().handled(first, List.of()).write(effect(first)));
        Inbound second = Facts.inbound("newer", Facts.NOON, first.data(), 2);
        Turn<WalletWrite> stale =
                new Turn<WalletWrite>().handled(second, List.of()).write(effect(second));

        assertThatThrownBy(() -> journal.commit(stale)).isInstanceOf(Contended.class);

        assertThat(journal.known(List.of(second))).isEmpty();
    }

    @Test
    void keepsWhatWasStoredOfATurnOfWhichAnotherPartWasContended() {
        Inbound taken = event("taken", 1);
        journal.commit(new Turn<WalletWrite>().handled(taken, List.of()).write(effect(taken)));
        Inbound late = Facts.inbound("late", Facts.NOON, taken.data(), 2);
        Inbound free = event("free", 3);
        Turn<WalletWrite> turn = new Turn<WalletWrite>()
                .handled(late, List.of())
                .write(effect(late))
                .handled(free, List.of())
                .write(effect(free));

        assertThatThrownBy(() -> journal.commit(turn)).isInstanceOf(Contended.class);

        assertThat(journal.known(List.of(late, free))).containsOnlyKeys("free");
    }

    @Test
    void writesANoteOnlyWhereNothingStands() {
        Inbound event = event("noted", 1);
        journal.commit(new Turn<WalletWrite>().handled(event, List.of()).write(effect(event)));
        Document other = new Document("tenant", Facts.SOUTHFIELD);

        journal.commit(new Turn<WalletWrite>().write(new WalletWrite.Note(Places.WALLETS, Places.id(event), other)));

        assertThat(journal.known(List.of(event))).containsOnlyKeys("noted");
        Document wallet =
                database.loop(Places.WALLETS).find(eq("_id", Places.id(event))).first();
        assertThat(wallet).containsEntry("tenant", Facts.NORTHGATE);
    }

    @Test
    void takesANotedDocumentAsNew() {
        Inbound event = event("after-note", 1);
        Document owner = new Document("tenant", Facts.NORTHGATE);
        journal.commit(new Turn<WalletWrite>().write(new WalletWrite.Note(Places.WALLETS, Places.id(event), owner)));

        journal.commit(new Turn<WalletWrite>().handled(event, List.of()).write(effect(event)));

        assertThat(journal.known(List.of(event))).containsOnlyKeys("after-note");
    }

    @Test
    void keepsAnOutcomeWithItsEffect() {
        Inbound event = event("11111111-1111-7111-8111-111111111111", 1);
        Problem problem = Refusal.REVOKED.problem();
        Outcome refused = new Outcome(Facts.NORTHGATE, Outcome.State.REFUSED, null, problem);
        WalletWrite change = new WalletWrite.Change(
                Places.WALLETS,
                Places.id(event),
                new Document("tenant", Facts.NORTHGATE),
                0,
                List.of(new WalletWrite.Cause(event.id(), refused)));

        journal.commit(new Turn<WalletWrite>()
                .handled(event, List.of())
                .write(change)
                .write(MongoOutcomes.note(event.id(), Places.id(event))));

        assertThat(outcomes.find(UUID.fromString(event.id())).await().indefinitely())
                .isEqualTo(refused);
    }

    @Test
    void forgetsAnOutcomeWithItsCommand() {
        Inbound event = event("22222222-2222-7222-8222-222222222222", 1);
        Outcome done = new Outcome(Facts.NORTHGATE, Outcome.State.DONE, "/there", null);
        WalletWrite change = new WalletWrite.Change(
                Places.WALLETS,
                Places.id(event),
                new Document("tenant", Facts.NORTHGATE),
                0,
                List.of(new WalletWrite.Cause(event.id(), done)));
        journal.commit(new Turn<WalletWrite>()
                .handled(event, List.of())
                .write(change)
                .write(MongoOutcomes.note(event.id(), Places.id(event))));

        journal.forget(event.position().topic(), Instant.now().plusSeconds(60), 10);

        assertThat(outcomes.find(UUID.fromString(event.id())).await().indefinitely())
                .isNull();
        assertThat(database.loop(Places.COMMANDS).find(eq("_id", event.id())).first())
                .isNull();
    }

    @Test
    void forgetsWithoutContendingWithATurnThatWasDecidedMeanwhile() {
        Inbound first = event("before", 1);
        journal.commit(new Turn<WalletWrite>().handled(first, List.of()).write(effect(first)));
        Inbound second = Facts.inbound("after", Facts.NOON, first.data(), 2);
        WalletWrite change = new WalletWrite.Change(
                Places.WALLETS,
                Places.id(first),
                new Document("tenant", Facts.NORTHGATE),
                1,
                List.of(new WalletWrite.Cause(second.id(), null)));

        journal.forget(first.position().topic(), Instant.now().plusSeconds(60), 10);
        journal.commit(new Turn<WalletWrite>().handled(second, List.of()).write(change));

        assertThat(journal.known(List.of(first, second))).containsOnlyKeys("after");
    }

    @Test
    void hasNoOutcomeOfACommandNeverHeardOf() {
        assertThat(outcomes.find(UUID.randomUUID()).await().indefinitely()).isNull();
    }

    private static UUID learner(String id) {
        return UUID.nameUUIDFromBytes(id.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}

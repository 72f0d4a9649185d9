package org.meritstream.walletsync.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.meritstream.events.CredentialState;
import org.meritstream.events.LearnerLinked;
import org.meritstream.events.Message;
import org.meritstream.events.Visibility;
import org.meritstream.log.Inbound;
import org.meritstream.walletsync.learnerrecord.OnRequestRecord;
import org.meritstream.walletsync.wallet.Facts;
import org.meritstream.walletsync.wallet.Wallet;

/** The property of rule 6: whatever the order of the topics, the final state is the same. */
class AnyOrderTest {
    private static final UUID REQUEST = OnRequestRecord.request(Facts.NORTHGATE, "asked");
    private static final String OTHER_REQUEST = "eeeeeeee-0000-8000-8000-000000000002";

    @RepeatedTest(200)
    void anyOrderOfTheFactsEndsInTheSameState(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<Inbound> shuffled = new ArrayList<>(facts());
        Collections.shuffle(shuffled, random);

        MemoryStore store = new MemoryStore();
        batches(shuffled, random).forEach(store::handle);

        MemoryStore straight = new MemoryStore();
        straight.handle(facts());
        assertThat(store.contents()).isEqualTo(straight.contents());
        assertThat(store.papers()).isEqualTo(straight.papers());
    }

    @RepeatedTest(50)
    void noOrderAnnouncesAnOfferTwice(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<Inbound> shuffled = new ArrayList<>(facts());
        Collections.shuffle(shuffled, random);

        MemoryStore store = new MemoryStore();
        batches(shuffled, random).forEach(store::handle);

        assertThat(store.emitted.stream().map(AnyOrderTest::id)).doesNotHaveDuplicates();
        assertThat(store.emitted).hasSizeBetween(3, 4);
    }

    @Test
    void keepsTheTwoUniversitiesApart() {
        MemoryStore store = new MemoryStore();

        store.handle(facts());

        Wallet northgate = store.wallet(Facts.NORTHGATE, Facts.ADA);
        Wallet southfield = store.wallet(Facts.SOUTHFIELD, Facts.ADA);
        assertThat(northgate.profile()).isNotEqualTo(southfield.profile());
        assertThat(northgate.offers()).doesNotContainAnyElementsOf(southfield.offers());
    }

    @Test
    void makesNoWalletOfALinkedAccount() {
        MemoryStore store = new MemoryStore();

        store.handle(List.of(Facts.inbound(
                "linked", Facts.NOON, new LearnerLinked(Facts.NORTHGATE, Facts.BEN, Facts.ADA, Facts.NOON), 1)));

        assertThat(store.contents()).isEmpty();
    }

    private static String id(Message message) {
        return message.headers().getOrDefault("ce_id", "");
    }

    /** What is heard of three credentials at two universities; the same learner id at both, as chance may have it. */
    private static List<Inbound> facts() {
        var later = Facts.NOON.plusSeconds(3600);
        var third = UUID.fromString("cccccccc-0000-8000-8000-000000000003");
        return List.of(
                Facts.inbound("issued", Facts.NOON, Facts.issued(), 1),
                Facts.inbound("document", Facts.NOON, Facts.document(CredentialState.ISSUED), 2),
                Facts.inbound("revoked", later, Facts.revoked(), 3),
                Facts.inbound("document-revoked", later, Facts.document(CredentialState.REVOKED), 4),
                Facts.inbound("profile", Facts.NOON, Facts.profiled(Facts.NORTHGATE, Facts.ADA, "Ada", Facts.NOON), 5),
                Facts.inbound(
                        "profile-later", later, Facts.profiled(Facts.NORTHGATE, Facts.ADA, "Ada Later", later), 6),
                Facts.inbound("issued-other", Facts.NOON, Facts.issued(Facts.NORTHGATE, Facts.BEN, Facts.OTHER), 7),
                Facts.inbound("suspended", later, Facts.suspended(Facts.BEN, Facts.OTHER, 1), 11),
                Facts.inbound("reinstated", later, Facts.reinstated(Facts.BEN, Facts.OTHER, 1), 12),
                Facts.inbound("suspended-again", later, Facts.suspended(Facts.BEN, Facts.OTHER, 2), 13),
                Facts.inbound("issued-south", Facts.NOON, Facts.issued(Facts.SOUTHFIELD, Facts.ADA, third), 8),
                Facts.inbound(
                        "profile-south",
                        Facts.NOON,
                        Facts.profiled(Facts.SOUTHFIELD, Facts.ADA, "Somebody Else", Facts.NOON),
                        9),
                Facts.inbound(
                        "document-south",
                        Facts.NOON,
                        Facts.document(Facts.SOUTHFIELD, Facts.ADA, third, CredentialState.ISSUED),
                        10),
                Facts.inbound("asked", Facts.NOON, Facts.request(null), 11),
                Facts.inbound("record", Facts.NOON, Facts.recordIssued(REQUEST), 12),
                Facts.inbound("record-forms", Facts.NOON, Facts.recordDocument("{}", Facts.NOON), 13),
                Facts.inbound("record-forms-later", later, Facts.recordDocument("{\"later\":true}", later), 14),
                Facts.inbound("record-shown", later, Facts.recordShown(Visibility.PUBLIC, later), 15),
                Facts.inbound("record-shown-before", Facts.NOON, Facts.recordShown(Visibility.PRIVATE, Facts.NOON), 16),
                Facts.inbound("record-refused", Facts.NOON, Facts.recordRefused(UUID.fromString(OTHER_REQUEST)), 17));
    }

    private static List<List<Inbound>> batches(List<Inbound> events, Random random) {
        List<List<Inbound>> batches = new ArrayList<>();
        int from = 0;
        while (from < events.size()) {
            int to = Math.min(events.size(), from + 1 + random.nextInt(4));
            batches.add(events.subList(from, to));
            from = to;
        }
        return batches;
    }
}

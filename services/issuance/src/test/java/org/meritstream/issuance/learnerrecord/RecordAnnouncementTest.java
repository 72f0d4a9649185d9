package org.meritstream.issuance.learnerrecord;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.meritstream.events.AwardConferred;
import org.meritstream.events.Event;
import org.meritstream.events.EventFormat;
import org.meritstream.events.EventHeader;
import org.meritstream.events.Message;
import org.meritstream.events.RecordDocument;
import org.meritstream.issuance.Fixtures;
import org.meritstream.issuance.SignedFixture;
import org.meritstream.log.Emission;
import org.meritstream.log.Inbound;
import org.meritstream.log.Position;

/** The document that is signed here is a credential's: all that matters is that it is one. */
class RecordAnnouncementTest {
    private static final Instant BEFORE = SignedFixture.AT.minusSeconds(3_600);
    private static final Instant LATER = SignedFixture.AT.plusSeconds(86_400);

    @Test
    void tellsOfTheSameFormsTheSameForWhateverReason() {
        HeldRecord record = record(BEFORE, "e30.e30.e30");

        Message again = RecordAnnouncement.resecured(cause(SignedFixture.AT), record, Fixtures.NORTHGATE);
        Message asked = RecordAnnouncement.issued(cause(LATER), record, null, Fixtures.NORTHGATE)
                .getLast();

        assertThat(read(asked).header().id()).isEqualTo(read(again).header().id());
        assertThat(new String(asked.body(), StandardCharsets.UTF_8))
                .isEqualTo(new String(again.body(), StandardCharsets.UTF_8));
    }

    @Test
    void tellsOfAnotherTokenUnderAnotherId() {
        assertThat(id(record(BEFORE, "e30.e30.another")))
                .isNotEqualTo(id(record(BEFORE, "e30.e30.e30")))
                .isNotEqualTo(id(record(BEFORE, null)));
    }

    @Test
    void saysSinceWhenTheFormsAreThese() {
        assertThat(document(record(BEFORE, null)).updatedAt()).isEqualTo(SignedFixture.AT);
        assertThat(document(record(LATER, null)).updatedAt())
                .as("whole seconds of the proof are before what was issued in the same second")
                .isEqualTo(LATER);
    }

    private static HeldRecord record(Instant issuedAt, @Nullable String token) {
        return new HeldRecord(
                SignedFixture.ID,
                "northgate",
                new UUID(0, 1),
                null,
                List.of(SignedFixture.ID),
                SignedFixture.document(),
                issuedAt,
                SignedFixture.credential(),
                token);
    }

    private static String id(HeldRecord record) {
        return read(RecordAnnouncement.resecured(cause(LATER), record, Fixtures.NORTHGATE))
                .header()
                .id();
    }

    private static RecordDocument document(HeldRecord record) {
        return (RecordDocument) read(RecordAnnouncement.resecured(cause(LATER), record, Fixtures.NORTHGATE))
                .data();
    }

    private static Event<?> read(Message message) {
        return EventFormat.read(message.headers(), message.body());
    }

    private static Inbound cause(Instant at) {
        AwardConferred conferred = Fixtures.conferred();
        EventHeader header = new EventHeader("cause", "/meritstream/test", Emission.subject(conferred), at, null);
        Event<AwardConferred> event = new Event<>(header, conferred);
        Message message = EventFormat.write(event);
        return new Inbound(new Position(message.topic(), 0, 0), event, message);
    }
}

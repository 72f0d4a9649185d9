package org.meritstream.evidence.flow;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.meritstream.events.AwardConferred;
import org.meritstream.events.AwardWithdrawn;
import org.meritstream.events.CredentialIssued;
import org.meritstream.events.CredentialRevoked;
import org.meritstream.events.EventData;
import org.meritstream.events.EventFormat;
import org.meritstream.events.Message;
import org.meritstream.events.RevocationReason;
import org.meritstream.log.Inbound;

/** Issuance's part as evidence meets it: each conferred award gets a credential of 5 ECTS credits, each withdrawn one loses it. */
final class Issuing {
    private Issuing() {}

    /** Plays the part until nothing is left to be told. */
    static void play(MemoryStore evidence) {
        int read = 0;
        while (read < evidence.emitted().size()) {
            List<Message> told = new ArrayList<>(
                    evidence.emitted().subList(read, evidence.emitted().size()));
            read += told.size();
            told.forEach(message -> answer(message).ifPresent(event -> evidence.handle(List.of(event))));
        }
    }

    /** What issuance says to what evidence emitted, if anything. */
    static Optional<Inbound> answer(Message message) {
        EventData data = EventFormat.read(message.headers(), message.body()).data();
        return switch (data) {
            case AwardConferred conferred ->
                Optional.of(Happenings.inbound(issued(conferred), conferred.conferredAt()));
            case AwardWithdrawn withdrawn ->
                Optional.of(Happenings.inbound(revoked(withdrawn), withdrawn.withdrawnAt()));
            default -> Optional.empty();
        };
    }

    /** The id of the credential of an award. */
    static UUID credential(UUID award) {
        return UUID.nameUUIDFromBytes(("credential " + award).getBytes(StandardCharsets.UTF_8));
    }

    private static CredentialIssued issued(AwardConferred conferred) {
        return new CredentialIssued(
                conferred.tenant(),
                credential(conferred.award()),
                conferred.award(),
                conferred.learner(),
                conferred.achievement(),
                conferred.version(),
                conferred.number(),
                "list-1",
                "sha-256:" + "0".repeat(64),
                conferred.conferredAt(),
                null,
                new BigDecimal("5"),
                null);
    }

    private static CredentialRevoked revoked(AwardWithdrawn withdrawn) {
        return new CredentialRevoked(
                withdrawn.tenant(),
                credential(withdrawn.award()),
                withdrawn.award(),
                withdrawn.learner(),
                withdrawn.achievement(),
                withdrawn.version(),
                RevocationReason.AWARD_WITHDRAWN,
                withdrawn.withdrawnAt());
    }
}

package org.meritstream.issuance.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.meritstream.events.ConcludeImport;
import org.meritstream.events.CredentialLapsed;
import org.meritstream.events.CredentialVerified;
import org.meritstream.events.ForeignCredential;
import org.meritstream.events.ImportDelayed;
import org.meritstream.events.ImportRefusal;
import org.meritstream.events.ImportRefused;
import org.meritstream.events.LapseReason;
import org.meritstream.issuance.imports.ConcludeDecision.Outcome;

class ConcludeDecisionTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final UUID FIRST = new UUID(0x7000L, 1);
    private static final UUID SECOND = new UUID(0x7000L, 2);
    private static final UUID LEARNER = new UUID(0x8000L, 3);
    private static final UUID SOMEBODY = new UUID(0x8000L, 4);
    private static final ForeignCredential MAPS = new ForeignCredential(
            "urn:credential:1",
            "did:web:s.example",
            "urn:maps",
            "Southfield",
            "Reading Maps",
            NOW.plusSeconds(60),
            null,
            null);

    private final KnownImports known = new KnownImports();

    @Test
    void holdsWhatWasFoundToBeGood() {
        requested(FIRST);

        assertThat(decide(found(FIRST, LEARNER)))
                .isEqualTo(new Outcome.Hold(
                        MAPS,
                        new CredentialVerified(
                                "northgate",
                                FIRST,
                                FIRST,
                                LEARNER,
                                MAPS.issuer(),
                                MAPS.achievement(),
                                "Southfield",
                                "Reading Maps",
                                MAPS.validUntil(),
                                NOW)));
    }

    @Test
    void holdsTheSameCredentialOnce() {
        requested(FIRST);
        requested(SECOND);
        decide(found(FIRST, LEARNER));

        assertThat(decide(found(SECOND, LEARNER)))
                .isInstanceOfSatisfying(
                        Outcome.HeldAlready.class,
                        again -> assertThat(again.said().credential()).isEqualTo(FIRST));
    }

    /** Whose it is, the look has said: by their e-mail addresses these are two people. */
    @Test
    void holdsForEachLearnerByItself() {
        decide(found(FIRST, LEARNER));

        assertThat(decide(found(SECOND, SOMEBODY))).isInstanceOf(Outcome.Hold.class);
    }

    @Test
    void refusesWithTheReasonThatWasFound() {
        requested(FIRST);

        assertThat(decide(refused(FIRST, ImportRefusal.REVOKED)))
                .isEqualTo(
                        new Outcome.Refuse(new ImportRefused("northgate", FIRST, LEARNER, ImportRefusal.REVOKED, NOW)));
    }

    @Test
    void concludesARequestOnceThoughTwoReplicasLookedAtIt() {
        requested(FIRST);
        decide(found(FIRST, LEARNER));

        assertThat(decide(found(FIRST, LEARNER))).isEqualTo(new Outcome.Nothing());
        assertThat(decide(refused(FIRST, ImportRefusal.NOT_CHECKABLE))).isEqualTo(new Outcome.Nothing());
    }

    @Test
    void tellsThatItCouldNotBeLookedAtYetAndGoesOnWaiting() {
        Instant next = NOW.plusSeconds(120);
        requested(FIRST);

        assertThat(decide(delayed(FIRST, next)))
                .isEqualTo(new Outcome.Delay(new ImportDelayed("northgate", FIRST, LEARNER, next, NOW)));
        assertThat(decide(found(FIRST, LEARNER))).isInstanceOf(Outcome.Hold.class);
        assertThat(decide(delayed(FIRST, next))).as("it is concluded").isEqualTo(new Outcome.Nothing());
    }

    /** A restored store reads its topics in any order. */
    @Test
    void concludesWhatItHasNotSeenRequestedYet() {
        assertThat(decide(refused(FIRST, ImportRefusal.EXPIRED))).isInstanceOf(Outcome.Refuse.class);
        assertThat(decide(found(SECOND, LEARNER))).isInstanceOf(Outcome.Hold.class);
    }

    @ParameterizedTest
    @EnumSource
    void lapsesOnceWhatIsHeld(LapseReason reason) {
        decide(found(FIRST, LEARNER));

        assertThat(decide(lapsed(FIRST, reason)))
                .isEqualTo(new Outcome.Lapse(new CredentialLapsed(
                        "northgate", FIRST, LEARNER, MAPS.issuer(), MAPS.achievement(), reason, NOW)));
        assertThat(decide(lapsed(FIRST, reason))).isEqualTo(new Outcome.Nothing());
    }

    @Test
    void lapsesNothingThatIsNotHeld() {
        requested(FIRST);

        assertThat(decide(lapsed(FIRST, LapseReason.REVOKED))).isEqualTo(new Outcome.Nothing());
        assertThat(decide(lapsed(SECOND, LapseReason.REVOKED))).isEqualTo(new Outcome.Nothing());
    }

    @Test
    void holdsAnewWhatHadLapsed() {
        decide(found(FIRST, LEARNER));
        decide(lapsed(FIRST, LapseReason.SUSPENDED));

        assertThat(decide(found(SECOND, LEARNER))).isInstanceOf(Outcome.Hold.class);
    }

    private Outcome decide(ConcludeImport command) {
        Outcome outcome = ConcludeDecision.decide(command, known, NOW);
        known.note(command, outcome);
        return outcome;
    }

    private void requested(UUID request) {
        known.add(new KnownImports.Known(request, "northgate", LEARNER, ImportState.REQUESTED, null, null, null));
    }

    private static ConcludeImport found(UUID request, UUID learner) {
        return new ConcludeImport("northgate", request, learner, null, MAPS, null, null);
    }

    private static ConcludeImport refused(UUID request, ImportRefusal reason) {
        return new ConcludeImport("northgate", request, LEARNER, reason, null, null, null);
    }

    private static ConcludeImport delayed(UUID request, Instant next) {
        return new ConcludeImport("northgate", request, LEARNER, null, null, null, next);
    }

    private static ConcludeImport lapsed(UUID request, LapseReason reason) {
        return new ConcludeImport("northgate", request, LEARNER, null, null, reason, null);
    }
}

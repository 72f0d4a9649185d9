package org.meritstream.issuance.endorsement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meritstream.events.Achievement;
import org.meritstream.events.Endorse;
import org.meritstream.events.RevokeEndorsement;
import org.meritstream.issuance.Fixtures;
import org.meritstream.issuance.endorsement.EndorseDecision.Outcome;
import org.meritstream.issuance.endorsement.EndorseDecision.Refusal;
import org.meritstream.issuance.issuer.Issuer;
import org.meritstream.issuance.status.StatusEntry;

class EndorseDecisionTest {
    private static final UUID ID = UUID.fromString("00000e0d-7a51-8c3e-9b0d-4f6a2e1c0e0d");
    private static final UUID OTHER = UUID.fromString("00000e0e-7a51-8c3e-9b0d-4f6a2e1c0e0e");
    private static final String VERSION = "http://localhost:8080/achievements/northgate.data-literacy/1";
    private static final String WORDS = "We admit its holders to Statistics II.";
    private static final Instant AT = Instant.parse("2026-11-20T10:00:00Z");
    private static final Achievement ACHIEVEMENT = Fixtures.dataLiteracy().definition();

    @Test
    void issuesOfAnotherTenantsAchievementByItsName() {
        assertThat(decide(VERSION, known(Fixtures.LAKESIDE, Fixtures.NORTHGATE, ACHIEVEMENT)))
                .isEqualTo(new Outcome.Issue(
                        ID, Fixtures.LAKESIDE, new EndorsementCredential.Said(VERSION, "Data Literacy", WORDS)));
    }

    @Test
    void issuesOfAnOwnAchievement() {
        assertThat(decide(VERSION, known(Fixtures.NORTHGATE, Fixtures.NORTHGATE, ACHIEVEMENT)))
                .isInstanceOf(Outcome.Issue.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:8080/issuers/northgate", "did:web:localhost%3A8080:issuers:northgate"})
    void issuesOfAnIssuerByItsDidHoweverItIsNamed(String named) {
        assertThat(decide(named, known(Fixtures.LAKESIDE, Fixtures.NORTHGATE, null)))
                .isEqualTo(new Outcome.Issue(
                        ID,
                        Fixtures.LAKESIDE,
                        new EndorsementCredential.Said(
                                "did:web:localhost%3A8080:issuers:northgate", "Northgate University", WORDS)));
    }

    @Test
    void refusesWithoutAnIssuer() {
        assertThat(decide(VERSION, known(null, Fixtures.NORTHGATE, ACHIEVEMENT)))
                .isEqualTo(refused(Refusal.NO_ISSUER));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://localhost:8080/achievements/northgate.data-literacy/1",
                "http://other.example/achievements/northgate.data-literacy/1",
                "http://localhost:8080/x/achievements/northgate.data-literacy/1",
                "http://other.example/issuers/northgate",
                "did:web:other.example:issuers:northgate"
            })
    void refusesWhatIsNotThatVeryAddress(String address) {
        assertThat(decide(address, known(Fixtures.LAKESIDE, Fixtures.NORTHGATE, ACHIEVEMENT)))
                .isEqualTo(refused(Refusal.UNKNOWN_ENDORSED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:8080/achievements/northgate.data-literacy",
                "http://localhost:8080/achievements/northgate.data-literacy/0",
                "http://localhost:8080/achievements/northgate.data-literacy/1#quiz",
                "http://localhost:8080/credentials/00000e0e-7a51-8c3e-9b0d-4f6a2e1c0e0e",
                "mailto:registry@northgate.example",
                "x"
            })
    void refusesWhatCanNotBeEndorsed(String address) {
        assertThat(Endorsed.at(address)).isEmpty();
        assertThat(decide(address, known(Fixtures.LAKESIDE, Fixtures.NORTHGATE, ACHIEVEMENT)))
                .isEqualTo(refused(Refusal.UNKNOWN_ENDORSED));
    }

    @Test
    void refusesAVersionThatWasNeverPublishedAndAnIssuerThatIsNot() {
        assertThat(decide(VERSION, known(Fixtures.LAKESIDE, Fixtures.NORTHGATE, null)))
                .isEqualTo(refused(Refusal.UNKNOWN_ENDORSED));
        assertThat(decide(VERSION, known(Fixtures.LAKESIDE, null, ACHIEVEMENT)))
                .isEqualTo(refused(Refusal.UNKNOWN_ENDORSED));
    }

    @Test
    void refusesThatAnIssuerVouchesForItself() {
        assertThat(decide(
                        "http://localhost:8080/issuers/northgate", known(Fixtures.NORTHGATE, Fixtures.NORTHGATE, null)))
                .isEqualTo(refused(Refusal.ONESELF));
    }

    @Test
    void leavesOneInTheSameWordsAsItIsAndRefusesOthers() {
        HeldEndorsement standing = held(OTHER, "northgate", WORDS, null);

        assertThat(decide(VERSION, known(Fixtures.NORTHGATE, Fixtures.NORTHGATE, ACHIEVEMENT, standing)))
                .isEqualTo(new Outcome.AlreadyThere(OTHER));
        assertThat(decide(
                        VERSION,
                        known(
                                Fixtures.NORTHGATE,
                                Fixtures.NORTHGATE,
                                ACHIEVEMENT,
                                held(OTHER, "northgate", "Otherwise.", null))))
                .isEqualTo(refused(Refusal.SAID_OTHERWISE));
    }

    @Test
    void issuesAnewWhatWasTakenBackBefore() {
        HeldEndorsement gone = held(OTHER, "northgate", WORDS, AT.minusSeconds(1));

        assertThat(decide(VERSION, known(Fixtures.NORTHGATE, Fixtures.NORTHGATE, ACHIEVEMENT, gone)))
                .isInstanceOf(Outcome.Issue.class);
    }

    /** A restored store reads commands again that are older than what it took back. */
    @Test
    void comesToTheSameWhenItIsReadAgainAfterItWasTakenBack() {
        HeldEndorsement itself = held(ID, "northgate", WORDS, AT.plusSeconds(60));
        assertThat(decide(VERSION, known(Fixtures.NORTHGATE, Fixtures.NORTHGATE, ACHIEVEMENT, itself)))
                .isEqualTo(new Outcome.AlreadyThere(ID));

        HeldEndorsement stoodThen = held(OTHER, "northgate", WORDS, AT.plusSeconds(60));
        assertThat(decide(VERSION, known(Fixtures.NORTHGATE, Fixtures.NORTHGATE, ACHIEVEMENT, stoodThen)))
                .isEqualTo(new Outcome.AlreadyThere(OTHER));
    }

    @Test
    void issuesWhatWasRecordedAndNeverSigned() {
        HeldEndorsement recorded = new HeldEndorsement(
                ID, "northgate", VERSION, WORDS, new StatusEntry("northgate-1", 7), "{}", AT, null, null, null);

        assertThat(decide(VERSION, known(Fixtures.NORTHGATE, Fixtures.NORTHGATE, ACHIEVEMENT, recorded)))
                .isInstanceOf(Outcome.Issue.class);
    }

    @Test
    void revokesOnce() {
        HeldEndorsement standing = held(ID, "northgate", WORDS, null);

        assertThat(revoke("northgate", standing)).isEqualTo(new Outcome.Revoke(standing));
        assertThat(revoke("northgate", held(ID, "northgate", WORDS, AT))).isEqualTo(new Outcome.AlreadyThere(ID));
        assertThat(revoke("lakeside", standing)).isEqualTo(refused(Refusal.UNKNOWN));
        assertThat(revoke("northgate", null)).isEqualTo(refused(Refusal.UNKNOWN));
    }

    private static Outcome revoke(String tenant, @Nullable HeldEndorsement held) {
        return EndorseDecision.revoke(new RevokeEndorsement(tenant, ID), held);
    }

    private static Outcome decide(String endorsed, EndorseDecision.Known known) {
        return EndorseDecision.endorse(ID, new Endorse("northgate", endorsed, WORDS), known, AT);
    }

    private static Outcome refused(Refusal why) {
        return new Outcome.Refused(why);
    }

    private static EndorseDecision.Known known(
            @Nullable Issuer by, @Nullable Issuer of, @Nullable Achievement achievement, HeldEndorsement... held) {
        return new EndorseDecision.Known(by, of, achievement, List.of(held));
    }

    private static HeldEndorsement held(UUID id, String tenant, String words, @Nullable Instant revokedAt) {
        return new HeldEndorsement(
                id,
                tenant,
                VERSION,
                words,
                new StatusEntry("northgate-1", 7),
                "{}",
                AT.minusSeconds(60),
                "{}",
                null,
                revokedAt);
    }
}

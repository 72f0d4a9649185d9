package org.meritstream.issuance.learnerrecord;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.AwardComponent;
import org.meritstream.events.AwardConferred;
import org.meritstream.events.Reissue;
import org.meritstream.events.Securing;
import org.meritstream.issuance.Fixtures;
import org.meritstream.issuance.SignedFixture;
import org.meritstream.issuance.credential.AchievementCredential;
import org.meritstream.issuance.credential.HeldCredential;
import org.meritstream.issuance.credential.Holder;
import org.meritstream.issuance.credential.Seal;
import org.meritstream.issuance.learner.Profile;
import org.meritstream.issuance.status.StatusEntry;

/** Credentials of Northgate's that one learner holds, signed by the key of {@link SignedFixture}. */
final class Awarded {
    static final Instant DAY = Instant.parse("2026-11-20T10:00:00Z");
    static final UUID LEARNER = Fixtures.conferred().learner();
    static final Profile AMINA = new Profile("northgate", LEARNER, "Amina Yilmaz", "amina@northgate.example", DAY);

    private Awarded() {}

    static UUID id(int n) {
        return new UUID(0x0199b0c000008000L, 0x8000000000000000L + n);
    }

    /** The n-th, of an achievement of its own, earned by holding others. */
    static HeldCredential credential(int n, UUID... components) {
        return credential(n, null, null, components);
    }

    /** The same, in the place of another, or revoked. */
    static HeldCredential credential(
            int n, @Nullable Reissue reissue, @Nullable Instant revokedAt, UUID... components) {
        AwardConferred conferred = conferred(n, components);
        StatusEntry status = new StatusEntry("northgate-1", n);
        String document = AchievementCredential.document(
                id(n),
                Fixtures.NORTHGATE,
                Fixtures.dataLiteracy().definition(),
                new AchievementCredential.Award(
                        conferred, new Holder("Amina Yilmaz", "amina@northgate.example", "salt-" + n), status));
        return new HeldCredential(
                id(n),
                conferred.tenant(),
                conferred.award(),
                LEARNER,
                conferred.achievement(),
                1,
                1,
                status,
                document,
                List.of(new Seal(
                        Securing.EDDSA_RDFC_2022,
                        SignedFixture.AT,
                        SignedFixture.options().verificationMethod(),
                        value(document))),
                conferred.conferredAt(),
                DAY.plusSeconds(n),
                reissue,
                null,
                null,
                revokedAt,
                0);
    }

    private static AwardConferred conferred(int n, UUID... components) {
        AwardConferred one = Fixtures.conferred();
        return new AwardConferred(
                one.tenant(),
                id(1_000 + n),
                LEARNER,
                "achievement-" + n,
                1,
                1,
                one.results(),
                null,
                List.of(components).stream()
                        .map(id -> new AwardComponent(id, "part"))
                        .toList(),
                DAY.plusSeconds(n),
                null);
    }

    /** Recorded, and never signed. */
    static HeldCredential unsigned(int n) {
        return sealed(credential(n), null);
    }

    /** The same with another proof. */
    static HeldCredential securedAgain(HeldCredential signed) {
        return sealed(signed, "zAnotherProof");
    }

    private static HeldCredential sealed(HeldCredential one, @Nullable String value) {
        return new HeldCredential(
                one.id(),
                one.tenant(),
                one.award(),
                one.learner(),
                one.achievement(),
                one.version(),
                one.number(),
                one.status(),
                one.document(),
                one.seals().stream()
                        .map(seal -> new Seal(seal.securing(), seal.created(), seal.verificationMethod(), value))
                        .toList(),
                one.conferredAt(),
                one.issuedAt(),
                null,
                null,
                null,
                null,
                0);
    }

    /** The proof's value alone. */
    private static String value(String document) {
        String signed = SignedFixture.sign(document);
        int from = signed.indexOf("\"proofValue\":\"") + "\"proofValue\":\"".length();
        return signed.substring(from, signed.indexOf('"', from));
    }
}

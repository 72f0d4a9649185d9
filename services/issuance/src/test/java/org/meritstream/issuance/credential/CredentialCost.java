package org.meritstream.issuance.credential;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.UUID;
import java.util.function.IntConsumer;
import org.meritstream.events.Achievement;
import org.meritstream.events.AwardConferred;
import org.meritstream.issuance.Fixtures;
import org.meritstream.issuance.SignedFixture;
import org.meritstream.issuance.proof.BouncyCastleEd25519;
import org.meritstream.issuance.proof.Canonicalization;
import org.meritstream.issuance.proof.Contexts;
import org.meritstream.issuance.proof.CorrettoEd25519;
import org.meritstream.issuance.proof.DataIntegrity;
import org.meritstream.issuance.proof.Ed25519Provider;
import org.meritstream.issuance.proof.Signer;
import org.meritstream.issuance.status.StatusEntry;
import org.meritstream.issuance.template.Slots;
import org.meritstream.issuance.template.Templates;

/**
 * CPU time of one credential, on the full path by stage and by its template; printed, never asserted. Every credential differs in name, e-mail and entry. Run
 * its main with the service's own flags ({@code -Xmx192m -XX:+UseSerialGC -XX:TieredStopAtLevel=1}) to see what the quickstart sees.
 */
public final class CredentialCost {
    private static final int ROUNDS = 8;
    private static final int PER_ROUND = 400;
    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();
    private static final AwardConferred CONFERRED = Fixtures.conferred();
    private static final Achievement ACHIEVEMENT = Fixtures.dataLiteracy().definition();

    private final Ed25519Provider ed25519 = CorrettoEd25519.load().orElseGet(BouncyCastleEd25519::new);
    private final Signer signer = ed25519.signer(new byte[32], ed25519.publicKey(new byte[32]));
    private final DataIntegrity suite = new DataIntegrity(new Canonicalization(Contexts.carried()), ed25519);
    private final OfficialSchema schema = new OfficialSchema();
    private final Templates templates =
            new Templates(Slots.ofCredentials(), suite::canonical, schema::violations, event -> {});

    private CredentialCost() {}

    /** Prints microseconds of CPU per credential; the last lines are warm. */
    public static void main(String[] none) {
        CredentialCost cost = new CredentialCost();
        System.out.println("signing provider: " + cost.ed25519.name());
        for (int round = 0; round < ROUNDS; round++) {
            int from = round * PER_ROUND;
            String[] documents = new String[PER_ROUND];
            long build = micros(n -> documents[n] = document(from + n));
            long check = micros(
                    n -> cost.require(cost.schema.violations(documents[n]).isEmpty()));
            long hash = micros(n -> cost.suite.hashData(documents[n], SignedFixture.options()));
            long whole = micros(n -> cost.suite.proofValue(documents[n], SignedFixture.options(), cost.signer));
            long spliced = micros(n -> cost.spliced(documents[n]));
            System.out.printf(
                    "build %d, check %d, canonicalize and hash %d, sign %d: in all %d us of CPU per credential in full;"
                            + " build %d, splice, hash and sign %d: in all %d by template%n",
                    build, check, hash, whole - hash, build + check + whole, build, spliced, build + spliced);
        }
    }

    private void spliced(String document) {
        require(templates.canonical(document) instanceof Templates.Outcome.Canonical canonical
                && !DataIntegrity.proofValue(canonical.bytes(), SignedFixture.options(), signer)
                        .isEmpty());
    }

    private void require(boolean holds) {
        if (!holds) {
            throw new IllegalStateException("The fixture breaks the schema");
        }
    }

    private static String document(int n) {
        Holder holder = new Holder("Learner Number " + n, "learner" + n + "@northgate.example", "salt" + n);
        return AchievementCredential.document(
                new UUID(0x8000L, n),
                Fixtures.NORTHGATE,
                ACHIEVEMENT,
                new AchievementCredential.Award(CONFERRED, holder, new StatusEntry("northgate-1", n)));
    }

    private static long micros(IntConsumer work) {
        long before = CPU.getCurrentThreadCpuTime();
        for (int n = 0; n < PER_ROUND; n++) {
            work.accept(n);
        }
        return (CPU.getCurrentThreadCpuTime() - before) / PER_ROUND / 1000;
    }
}

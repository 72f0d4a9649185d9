package org.meritstream.issuance.credential;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
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
import org.meritstream.issuance.proof.ProofOptions;
import org.meritstream.issuance.proof.Signer;
import org.meritstream.issuance.status.Bitstring;
import org.meritstream.issuance.status.StatusEntry;
import org.meritstream.issuance.status.StatusListCredential;
import org.meritstream.issuance.template.Draft;
import org.meritstream.issuance.template.Templates;

/**
 * CPU time of what it takes to issue one credential, from its award to the signed document, by its template and in full, beside the bare
 * signature of the same provider; and of a whole status list signed again. Each is done in short turns, one after the other, so that a busy
 * machine slows all of them alike; the median turn counts. Every credential differs in name, e-mail, result and entry. Printed, never
 * asserted.
 *
 * <p>Run by {@code deploy/benchmarks/run.sh signing}; with the service's own flags ({@code -Xmx192m -XX:+UseSerialGC
 * -XX:TieredStopAtLevel=1}) its main shows what the quickstart sees.
 */
public final class CredentialCost {
    private static final int TURNS = 30;
    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();
    private static final AwardConferred CONFERRED = Fixtures.conferred();
    private static final Achievement ACHIEVEMENT = Fixtures.dataLiteracy().definition();
    private static final ProofOptions OPTIONS = SignedFixture.options();
    private static final Bitstring REVOKED = revoked();
    private static final byte[] MESSAGE = new byte[64];

    private final Ed25519Provider ed25519 = CorrettoEd25519.load().orElseGet(BouncyCastleEd25519::new);
    private final Signer signer = ed25519.signer(new byte[32], ed25519.publicKey(new byte[32]));
    private final DataIntegrity suite = new DataIntegrity(new Canonicalization(Contexts.carried()), ed25519);
    private final OfficialSchema schema = new OfficialSchema();
    private final Templates templates = new Templates(suite::canonical, schema::violations, event -> {});
    private final List<Turn> turns = List.of(
            new Turn("bare signature", 4000, n -> signer.sign(MESSAGE)),
            new Turn("template", 2000, this::byTemplate),
            new Turn(
                    "of it, the document",
                    2000,
                    n -> require(!draft(n).document().isEmpty())),
            new Turn("full path", 200, this::inFull),
            new Turn("status list", 2, n -> statusList()));

    private CredentialCost() {}

    /** One thing measured, and how often it is done in a turn. */
    private record Turn(String name, int times, IntConsumer work) {}

    /**
     * Prints microseconds of CPU each.
     *
     * @param folder where a few of the unsigned credentials go, for software that is compared with ours; or none
     */
    public static void main(String[] folder) throws IOException {
        CredentialCost cost = new CredentialCost();
        for (int n = 0; folder.length > 0 && n < 64; n++) {
            Files.writeString(Path.of(folder[0], "credential-" + n + ".json"), document(n));
        }
        System.out.println("provider\t" + cost.ed25519.name());
        cost.measured().forEach((name, micros) -> System.out.printf(Locale.ROOT, "%s\t%.1f%n", name, micros));
    }

    /** The median of the second half of the turns; the first warms up. */
    private Map<String, Double> measured() {
        Map<String, List<Double>> all = new LinkedHashMap<>();
        for (int turn = 0; turn < TURNS; turn++) {
            for (Turn each : turns) {
                double micros = micros(each, turn);
                if (turn >= TURNS / 2) {
                    all.computeIfAbsent(each.name(), name -> new ArrayList<>()).add(micros);
                }
            }
        }
        Map<String, Double> medians = new LinkedHashMap<>();
        all.forEach((name, values) -> medians.put(
                name,
                values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow()));
        return medians;
    }

    private static double micros(Turn each, int turn) {
        long before = CPU.getCurrentThreadCpuTime();
        for (int n = 0; n < each.times(); n++) {
            each.work().accept(turn * each.times() + n);
        }
        return (CPU.getCurrentThreadCpuTime() - before) / 1000.0 / each.times();
    }

    private void byTemplate(int n) {
        Draft draft = draft(n);
        require(draft.canonical() instanceof Templates.Outcome.Canonical canonical
                && !signed(draft.document(), DataIntegrity.proofValue(canonical.bytes(), OPTIONS, signer))
                        .isEmpty());
    }

    private Draft draft(int n) {
        return templates.draft(CredentialComposition.of(id(n), Fixtures.NORTHGATE, ACHIEVEMENT, award(n)));
    }

    private void inFull(int n) {
        String document = document(n);
        require(schema.violations(document).isEmpty()
                && !signed(document, suite.proofValue(document, OPTIONS, signer))
                        .isEmpty());
    }

    private static String signed(String document, String proofValue) {
        return DataIntegrity.secured(document, OPTIONS, proofValue);
    }

    /** A list as hard to compress as there is: every other entry revoked, by chance. */
    private void statusList() {
        String list = StatusListCredential.document(Fixtures.NORTHGATE, "northgate-1", REVOKED, SignedFixture.AT);
        require(!signed(list, suite.proofValue(list, OPTIONS, signer)).isEmpty());
    }

    private static Bitstring revoked() {
        byte[] bits = Bitstring.empty().bytes();
        new Random(1).nextBytes(bits);
        return Bitstring.of(bits);
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new IllegalStateException("Nothing was signed");
        }
    }

    private static String document(int n) {
        return AchievementCredential.document(id(n), Fixtures.NORTHGATE, ACHIEVEMENT, award(n));
    }

    private static UUID id(int n) {
        return new UUID(0x8000L, n);
    }

    private static AchievementCredential.Award award(int n) {
        Holder holder = new Holder("Learner Number " + n, "learner" + n + "@northgate.example", "salt" + n);
        return new AchievementCredential.Award(CONFERRED, holder, new StatusEntry("northgate-1", n));
    }
}

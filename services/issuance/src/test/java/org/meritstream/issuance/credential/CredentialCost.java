package org.meritstream.issuance.credential;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.meritstream.events.Achievement;
import org.meritstream.events.AwardConferred;
import org.meritstream.events.AwardEvidence;
import org.meritstream.events.AwardResult;
import org.meritstream.events.Score;
import org.meritstream.issuance.Fixtures;
import org.meritstream.issuance.SignedFixture;
import org.meritstream.issuance.proof.BouncyCastleEd25519;
import org.meritstream.issuance.proof.Canonicalization;
import org.meritstream.issuance.proof.Contexts;
import org.meritstream.issuance.proof.CorrettoEd25519;
import org.meritstream.issuance.proof.DataIntegrity;
import org.meritstream.issuance.proof.Ed25519Provider;
import org.meritstream.issuance.proof.ProofOptions;
import org.meritstream.issuance.proof.ProofVerdict;
import org.meritstream.issuance.proof.Signer;
import org.meritstream.issuance.status.Bitstring;
import org.meritstream.issuance.status.StatusEntry;
import org.meritstream.issuance.status.StatusListCredential;
import org.meritstream.issuance.template.Draft;
import org.meritstream.issuance.template.Templates;

/**
 * CPU time of what it takes to issue one credential, from its award to the signed document, by its template and in full, beside the bare
 * signature of the same provider; and of a whole status list signed again. Each is done in short turns, one after the other, so that a busy
 * machine slows all of them alike; the median turn counts. Every credential differs in id, time, name, e-mail, results, digest of its evidence and status
 * entry. Times are printed and never asserted; it fails where a signature of those that were made does not verify in full.
 *
 * <p>Run by {@code deploy/benchmarks/run.sh signing}; with the service's own flags ({@code -Xmx192m -XX:+UseSerialGC
 * -XX:TieredStopAtLevel=1}) its main shows what the quickstart sees.
 */
public final class CredentialCost {
    private static final int TURNS = 30;
    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();
    /** One in so many of what is made is kept, to be verified. */
    private static final int SAMPLED = 997;

    private static final Achievement ACHIEVEMENT = Fixtures.dataLiteracy().definition();
    private static final ProofOptions OPTIONS = SignedFixture.options();
    private static final Bitstring REVOKED = revoked();
    private static final byte[] MESSAGE = new byte[64];
    private static final byte[] SEED = new byte[32];

    /** Ready before anything is measured: an award is what comes in. */
    private static final List<AchievementCredential.Award> AWARDS =
            IntStream.range(0, 4096).mapToObj(CredentialCost::award).toList();

    private final Ed25519Provider ed25519 = CorrettoEd25519.load().orElseGet(BouncyCastleEd25519::new);
    private final Signer signer = ed25519.signer(SEED, ed25519.publicKey(SEED));
    private final DataIntegrity suite = new DataIntegrity(new Canonicalization(Contexts.carried()), ed25519);
    private final OfficialSchema schema = new OfficialSchema();
    private final Map<Templates.Event, Integer> told = new EnumMap<>(Templates.Event.class);
    private final Templates templates =
            new Templates(suite::canonical, schema::violations, event -> told.merge(event, 1, Integer::sum));
    private final List<String> sample = new ArrayList<>();
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
        cost.tell();
        cost.verify();
    }

    /** What was measured: of what size, and how often by the template. */
    private void tell() {
        String document = document(1);
        int refused = count(Templates.Event.REFUSED);
        int all =
                refused + count(Templates.Event.SPLICED) + count(Templates.Event.BUILT) + count(Templates.Event.UNFIT);
        System.out.println("bytes of an unsigned document\t" + document.getBytes(StandardCharsets.UTF_8).length);
        System.out.println("quads\t"
                + new String(suite.canonical(document), StandardCharsets.UTF_8)
                        .lines()
                        .count());
        System.out.printf(Locale.ROOT, "refused, %% of %d\t%.3f%n", all, 100.0 * refused / all);
        System.out.println("by template\t" + told);
    }

    private int count(Templates.Event event) {
        return told.getOrDefault(event, 0);
    }

    /** Verifies those that were kept, by the key alone and the full canonicalization. */
    private void verify() {
        byte[] key = ed25519.publicKey(SEED);
        for (String credential : sample) {
            ProofVerdict verdict = suite.verify(credential, key);
            if (!(verdict instanceof ProofVerdict.Valid)) {
                throw new IllegalStateException("A signature that was measured does not verify: " + verdict);
            }
        }
        System.out.println("signatures verified\t" + sample.size());
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
        if (draft.canonical() instanceof Templates.Outcome.Canonical canonical) {
            keep(n, signed(draft.document(), DataIntegrity.proofValue(canonical.bytes(), OPTIONS, signer)));
        } else {
            throw new IllegalStateException("Nothing was signed");
        }
    }

    private void keep(int n, String credential) {
        require(!credential.isEmpty());
        if (n % SAMPLED == 0) {
            sample.add(credential);
        }
    }

    private Draft draft(int n) {
        return templates.draft(CredentialComposition.of(id(n), Fixtures.NORTHGATE, ACHIEVEMENT, ofLearner(n)));
    }

    private void inFull(int n) {
        String document = document(n);
        require(schema.violations(document).isEmpty());
        keep(n, signed(document, suite.proofValue(document, OPTIONS, signer)));
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
        return AchievementCredential.document(id(n), Fixtures.NORTHGATE, ACHIEVEMENT, ofLearner(n));
    }

    private static UUID id(int n) {
        return new UUID(0x8000L, n);
    }

    private static AchievementCredential.Award ofLearner(int n) {
        return AWARDS.get(n % AWARDS.size());
    }

    private static AchievementCredential.Award award(int n) {
        Holder holder = new Holder("Learner Number " + n, "learner" + n + "@northgate.example", "salt" + n);
        return new AchievementCredential.Award(conferred(n), holder, new StatusEntry("northgate-1", n));
    }

    /** Its time, both results and the digest of the work are this learner's own. */
    private static AwardConferred conferred(int n) {
        AwardConferred plain = Fixtures.conferred();
        return new AwardConferred(
                plain.tenant(),
                new UUID(0x9000L, n),
                new UUID(0xA000L, n),
                plain.achievement(),
                plain.version(),
                plain.number(),
                List.of(
                        new AwardResult("final-project", score(BigDecimal.valueOf(1200 + n % 801, 2)), null),
                        new AwardResult("quiz", score(BigDecimal.valueOf(14 + n % 7)), null)),
                List.of(new AwardEvidence("final-report", 1, "sha-256:%064x".formatted(n), "application/pdf")),
                null,
                plain.conferredAt().plusSeconds(n * 61L),
                null);
    }

    private static Score score(BigDecimal raw) {
        return new Score(raw, BigDecimal.ZERO, BigDecimal.valueOf(20));
    }
}

package org.meritstream.issuance.credential;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.Achievement;
import org.meritstream.events.AchievementPublished;
import org.meritstream.events.AwardComponent;
import org.meritstream.events.AwardConferred;
import org.meritstream.events.AwardEvidence;
import org.meritstream.events.AwardResult;
import org.meritstream.events.EventFormat;
import org.meritstream.events.EventType;
import org.meritstream.events.Score;
import org.meritstream.events.StatusProfile;
import org.meritstream.issuance.Fixtures;
import org.meritstream.issuance.issuer.Issuer;
import org.meritstream.issuance.status.StatusEntry;
import org.meritstream.proving.Repository;

/** Credentials of random awards, written by production's own parts: points and levels, works and credentials as evidence, with an end or for ever. */
final class RandomAwards {
    private static final List<String> NAMES = List.of(
            "Amina Yilmaz",
            "Åse \"Ås\" O'Hara",
            "Łukasz “Luk” Ōno",
            "Ελένη Παπά",
            "back\\slash",
            "\u0645\u0631\u062d\u0628\u0627",
            "王小明",
            "\ud83d\ude00",
            "",
            "87.5");

    /** What no roster has. */
    private static final List<String> HOSTILE_NAMES = List.of(
            "\u0000",
            "\r\n",
            "\t",
            "\u0085",
            "\ud83d",
            "\uffff",
            "\" .\n_:c14n0 <urn:x> <urn:y> .\n",
            "urn:meritstream:slot:0");

    /** Subjects and levels that JSON-LD drops, expands or joins with others, or that are no addresses at all. */
    private static final List<String> HOSTILE_ADDRESSES = List.of(
            "https://badges.example.org/a b",
            "https://badges.example.org/<b>",
            "https://badges.example.org/ü",
            "HTTPS://badges.example.org/1",
            "http://localhost:8080/achievements/northgate.data-literacy/1",
            "http://localhost:8080/badges/northgate.data-literacy/1.png",
            "https://www.northgate.example/badges/data-literacy.png",
            "urn:uuid:0199b0c0-0000-8000-8000-00000000c001",
            "https:",
            "relative/one",
            "name",
            "ext:one",
            "_:c14n0",
            "urn:meritstream:slot:1");

    private static final Achievement RUBRIC = rubric();

    private RandomAwards() {}

    /**
     * One of them.
     *
     * @param hostile whether its name, subject and level may be what nobody should have
     */
    static CredentialComposition credential(Random random, boolean hostile) {
        Issuer issuer = random.nextBoolean() ? Fixtures.NORTHGATE : Fixtures.LAKESIDE;
        UUID id = new UUID(random.nextLong(), random.nextLong());
        boolean levels = random.nextInt(3) == 0;
        return CredentialComposition.of(
                id,
                issuer,
                levels ? RUBRIC : Fixtures.validFor(random.nextInt(3) == 0 ? 12 : null),
                new AchievementCredential.Award(
                        award(random, levels ? levels(random, hostile) : points(random)),
                        holder(random, issuer.subjectAddress(id), hostile),
                        new StatusEntry("northgate-1", random.nextInt(131_072)),
                        random.nextBoolean() ? StatusProfile.REVOCATION : StatusProfile.REVOCATION_AND_SUSPENSION));
    }

    private static Holder holder(Random random, String subject, boolean hostile) {
        String name = oneOf(NAMES, random) + random.nextInt(100);
        return new Holder(
                hostile && random.nextBoolean() ? name + oneOf(HOSTILE_NAMES, random) : name,
                random.nextInt(4) == 0 ? null : "learner" + random.nextInt() + "@northgate.example",
                Long.toHexString(random.nextLong()),
                subject(random, subject, hostile));
    }

    private static @Nullable String subject(Random random, String subject, boolean hostile) {
        if (hostile && random.nextBoolean()) {
            return oneOf(HOSTILE_ADDRESSES, random);
        }
        return random.nextBoolean() ? subject : null;
    }

    private static List<AwardResult> points(Random random) {
        List<AwardResult> results = new ArrayList<>();
        for (AwardResult result : Fixtures.conferred().results()) {
            if (random.nextInt(4) > 0) {
                BigDecimal raw = BigDecimal.valueOf(random.nextInt(2_000), 2);
                results.add(new AwardResult(
                        result.criterion(), new Score(raw, null, result.score().max()), null));
            }
        }
        return results;
    }

    private static List<AwardResult> levels(Random random, boolean hostile) {
        String level = oneOf(List.of("weak", "good", "excellent"), random);
        Score score = new Score(BigDecimal.valueOf(random.nextInt(350), 2), null, new BigDecimal("3.5"));
        return List.of(new AwardResult(
                "report", score, hostile && random.nextBoolean() ? oneOf(HOSTILE_ADDRESSES, random) : level));
    }

    private static AwardConferred award(Random random, List<AwardResult> results) {
        AwardConferred plain = Fixtures.conferred();
        return new AwardConferred(
                plain.tenant(),
                plain.award(),
                plain.learner(),
                plain.achievement(),
                plain.version(),
                plain.number(),
                results,
                random.nextInt(3) == 0 ? works(random) : null,
                random.nextInt(3) == 0 ? components(random) : null,
                Instant.ofEpochMilli(1_700_000_000_000L + random.nextInt()),
                null);
    }

    private static List<AwardEvidence> works(Random random) {
        return IntStream.range(0, random.nextInt(3))
                .mapToObj(n -> new AwardEvidence(
                        "report-" + n,
                        1,
                        "sha-256:" + "%064x".formatted(random.nextLong() & Long.MAX_VALUE),
                        "text/plain"))
                .toList();
    }

    private static List<AwardComponent> components(Random random) {
        return IntStream.range(0, random.nextInt(1, 3))
                .mapToObj(n -> new AwardComponent(new UUID(random.nextLong(), n), "data-literacy"))
                .toList();
    }

    private static String oneOf(List<String> some, Random random) {
        return some.get(random.nextInt(some.size()));
    }

    private static Achievement rubric() {
        try {
            byte[] json = Files.readAllBytes(
                    Repository.root().resolve("contracts/examples/achievement.published.v1/full.json"));
            return ((AchievementPublished) EventFormat.data(EventType.ACHIEVEMENT_PUBLISHED, json)).definition();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

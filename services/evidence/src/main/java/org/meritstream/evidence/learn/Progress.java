package org.meritstream.evidence.learn;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.meritstream.events.AchievementPublished;
import org.meritstream.events.Fact;
import org.meritstream.evidence.awards.Award;
import org.meritstream.evidence.catalogue.AchievementKey;
import org.meritstream.evidence.dossiers.Dossier;
import org.meritstream.evidence.dossiers.Reasons;
import org.meritstream.evidence.judgement.EvaluateDecision;
import org.meritstream.evidence.judgement.Evaluation;
import org.meritstream.evidence.learners.LearnerKey;

/**
 * How far a learner is in one achievement.
 *
 * @param version the one that counts for this learner: of the award that stands, else the newest that was judged
 * @param awards of the achievement in any version, the newest first
 */
record Progress(AchievementPublished version, Dossier dossier, List<Award> awards) {
    private static final UUID NO_DOSSIER = new UUID(0, 0);

    /**
     * One for each achievement, by its id.
     *
     * @param dossiers of one learner, in any versions
     * @param awards of that learner
     * @param versions at least those that the dossiers are of
     */
    static List<Progress> all(
            List<Dossier> dossiers, List<Award> awards, Map<AchievementKey, AchievementPublished> versions) {
        Map<String, List<Dossier>> byAchievement = new TreeMap<>();
        dossiers.forEach(dossier -> byAchievement
                .computeIfAbsent(dossier.achievement().achievement(), achievement -> new ArrayList<>())
                .add(dossier));
        List<Progress> all = new ArrayList<>();
        byAchievement.forEach((achievement, some) -> {
            List<Award> its = awards.stream()
                    .filter(award -> award.achievement().equals(achievement))
                    .sorted(Comparator.comparingInt(Award::number).reversed())
                    .toList();
            Dossier counting = counting(some, its);
            AchievementPublished version = versions.get(counting.achievement());
            if (version != null) {
                all.add(new Progress(version, counting, its));
            }
        });
        return List.copyOf(all);
    }

    /** Of somebody who has no dossier of it yet: by what is known so far, which may be nothing. */
    static Progress begun(LearnerKey learner, AchievementPublished version, List<Fact> facts, Instant now) {
        Evaluation evaluation = EvaluateDecision.evaluate(version, facts, now);
        Dossier none = new Dossier(
                NO_DOSSIER,
                learner,
                AchievementKey.of(version),
                0,
                Dossier.Outcome.of(evaluation),
                Reasons.of(evaluation.explanation()),
                now);
        return new Progress(version, none, List.of());
    }

    private static Dossier counting(List<Dossier> dossiers, List<Award> awards) {
        Optional<Integer> awarded =
                awards.stream().filter(Award::stands).map(Award::version).findFirst();
        return dossiers.stream()
                .filter(dossier -> awarded.isEmpty() || dossier.achievement().version() == awarded.get())
                .max(Comparator.comparingInt(dossier -> dossier.achievement().version()))
                .orElse(dossiers.getFirst());
    }
}

package org.meritstream.evidence.artifacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.meritstream.evidence.judgement.Fixtures.MORNING;
import static org.meritstream.evidence.judgement.Fixtures.NORTHGATE;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.meritstream.events.AchievementPublished;
import org.meritstream.events.AwardRule;
import org.meritstream.events.ReleasePolicy;
import org.meritstream.events.Rule;
import org.meritstream.evidence.artifacts.SubmitDecision.Case;
import org.meritstream.evidence.artifacts.SubmitDecision.Submission;
import org.meritstream.evidence.judgement.AdmitDecision.Entry;
import org.meritstream.evidence.judgement.AdmitDecision.Work;
import org.meritstream.evidence.judgement.Fixtures;

class SubmitDecisionTest {
    private static final Work REPORT = new Work("report", "sha-256:" + "a".repeat(64), "text/plain");

    @Test
    void takesNothingOfSomebodyTheRosterDoesNotKnow() {
        assertThat(decide(new Case(false, List.of(asking(1, "report")), List.of())))
                .isEqualTo(new Submission.UnknownLearner());
    }

    @Test
    void takesNothingForWhatIsNotPublished() {
        assertThat(decide(new Case(true, List.of(), List.of()))).isEqualTo(new Submission.UnknownAchievement());
    }

    @Test
    void goesByTheNewestVersionThatAsksForTheWork() {
        AchievementPublished onlyPdf = asking(2, "report", "application/pdf");
        AchievementPublished another = asking(3, "poster");

        assertThat(decide(new Case(true, List.of(asking(1, "report"), onlyPdf, another), List.of())))
                .isEqualTo(new Submission.Entered(new Entry.WrongKind(List.of("application/pdf"), List.of())));
    }

    @Test
    void saysThatNoVersionAsksForIt() {
        assertThat(decide(new Case(true, List.of(asking(1, "poster")), List.of())))
                .isEqualTo(new Submission.Entered(new Entry.NotAsked()));
    }

    private static Submission decide(Case about) {
        return SubmitDecision.decide(about, REPORT, MORNING);
    }

    private static AchievementPublished asking(int version, String artifact, String... kinds) {
        return Fixtures.version(
                NORTHGATE, version, ReleasePolicy.AT_ONCE, AwardRule.ALL, new Rule.Artifact(artifact, List.of(kinds)));
    }
}

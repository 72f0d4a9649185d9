package org.meritstream.evidence.artifacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.meritstream.evidence.judgement.Fixtures.MORNING;
import static org.meritstream.evidence.judgement.Fixtures.NORTHGATE;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.meritstream.events.AchievementPublished;
import org.meritstream.events.AwardRule;
import org.meritstream.events.ReleasePolicy;
import org.meritstream.events.Rule;
import org.meritstream.evidence.artifacts.SubmitDecision.Case;
import org.meritstream.evidence.artifacts.SubmitDecision.Offered;
import org.meritstream.evidence.artifacts.SubmitDecision.Submission;
import org.meritstream.evidence.judgement.AdmitDecision.Entry;
import org.meritstream.evidence.judgement.AdmitDecision.Work;
import org.meritstream.evidence.judgement.Fixtures;

class SubmitDecisionTest {
    private static final Work REPORT = new Work("report", "sha-256:" + "a".repeat(64), "text/plain");

    @Test
    void takesNothingOfSomebodyTheRosterDoesNotKnow() {
        assertThat(decide(new Case(false, open(asking(1, "report")), List.of())))
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

        assertThat(decide(new Case(true, open(asking(1, "report"), onlyPdf, another), List.of())))
                .isEqualTo(new Submission.Entered(new Entry.WrongKind(List.of("application/pdf"), List.of())));
    }

    @Test
    void saysThatNoVersionAsksForIt() {
        assertThat(decide(new Case(true, open(asking(1, "poster")), List.of())))
                .isEqualTo(new Submission.Entered(new Entry.NotAsked()));
    }

    @Test
    void takesNothingForWhatWasRetiredBefore() {
        Offered retired = new Offered(asking(1, "report"), MORNING.minusSeconds(1));

        assertThat(decide(new Case(true, List.of(retired), List.of())))
                .isEqualTo(new Submission.Retired(MORNING.minusSeconds(1)));
    }

    @Test
    void takesWhatIsHandedInUpToTheRetirement() {
        Offered retired = new Offered(asking(1, "report"), MORNING);

        assertThat(decide(new Case(true, List.of(retired), List.of()))).isInstanceOf(Submission.Entered.class);
    }

    @Test
    void goesByWhatIsOpenBesideWhatWasRetired() {
        Offered retired = new Offered(asking(2, "report", "application/pdf"), MORNING.minusSeconds(1));
        Offered open = new Offered(asking(1, "report"), null);

        assertThat(decide(new Case(true, List.of(open, retired), List.of())))
                .isInstanceOfSatisfying(
                        Submission.Entered.class,
                        entered -> assertThat(entered.entry()).isInstanceOf(Entry.Taken.class));
    }

    private static List<Offered> open(AchievementPublished... versions) {
        return Stream.of(versions).map(version -> new Offered(version, null)).toList();
    }

    private static Submission decide(Case about) {
        return SubmitDecision.decide(about, REPORT, MORNING);
    }

    private static AchievementPublished asking(int version, String artifact, String... kinds) {
        return Fixtures.version(
                NORTHGATE, version, ReleasePolicy.AT_ONCE, AwardRule.ALL, new Rule.Artifact(artifact, List.of(kinds)));
    }
}

package org.meritstream.evidence.flow;

import static org.meritstream.evidence.flow.Happenings.fact;
import static org.meritstream.evidence.judgement.Fixtures.NORTHGATE;
import static org.meritstream.evidence.judgement.Fixtures.called;
import static org.meritstream.evidence.judgement.Fixtures.holds;
import static org.meritstream.evidence.judgement.Fixtures.result;
import static org.meritstream.evidence.judgement.Fixtures.score;
import static org.meritstream.evidence.judgement.Fixtures.share;
import static org.meritstream.evidence.judgement.Fixtures.version;
import static org.meritstream.evidence.judgement.Fixtures.worth;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.meritstream.events.AchievementPublished;
import org.meritstream.events.AwardRule;
import org.meritstream.events.ReleasePolicy;
import org.meritstream.events.Rule;
import org.meritstream.events.Rule.CountingAttempt;
import org.meritstream.evidence.awards.Award;
import org.meritstream.evidence.dossiers.Dossier;
import org.meritstream.evidence.judgement.Explained;
import org.meritstream.evidence.judgement.Words;
import org.meritstream.log.Inbound;

/** Achievements that are earned by holding credentials, and the one learner who does. */
abstract class StackFlow {
    static final UUID ACCOUNT = UUID.fromString("22222222-2222-8222-8222-222222222222");
    static final UUID FIRST = UUID.fromString("33333333-3333-8333-8333-333333333331");
    static final UUID SECOND = UUID.fromString("33333333-3333-8333-8333-333333333332");
    static final Duration YEAR = Duration.ofDays(365);
    static final AchievementPublished MATHS = plain("maths");
    static final AchievementPublished PHYSICS = plain("physics");
    static final AchievementPublished ART = plain("art");
    static final AchievementPublished SCIENCE = stack("science", holds("maths"), holds("physics"));
    static final AchievementPublished DEGREE = stack("degree", holds("science"), holds("art"));

    final MemoryStore evidence = new MemoryStore();

    void given(Inbound... events) {
        List.of(events).forEach(event -> evidence.handle(List.of(event)));
    }

    Award award(String achievement) {
        return evidence.awards().stream()
                .filter(award -> award.achievement().equals(achievement))
                .findFirst()
                .orElseThrow();
    }

    List<String> awarded() {
        return evidence.awards().stream().map(Award::achievement).sorted().toList();
    }

    Dossier dossier(String achievement) {
        return evidence.dossiers().stream()
                .filter(d -> d.achievement().achievement().equals(achievement))
                .findFirst()
                .orElseThrow();
    }

    List<String> explained(String achievement) {
        return Explained.of(dossier(achievement).explanation(), Words.in("en")).sentences().stream()
                .map(Explained.Sentence::text)
                .toList();
    }

    static Inbound passed(String activity) {
        return fact(result(activity, score("80", "100")).build());
    }

    /** Earned by a mark in the activity of its own name, for 5 ECTS credits. */
    static AchievementPublished plain(String slug) {
        return worth("5", stack(slug, share(slug, "0.6", CountingAttempt.BEST)));
    }

    static AchievementPublished stack(String slug, Rule... rules) {
        return called(slug, version(NORTHGATE, 1, ReleasePolicy.AT_ONCE, AwardRule.ALL, rules));
    }

    static Rule credits(String least, String... components) {
        return new Rule.Credits(
                new BigDecimal(least),
                Stream.of(components)
                        .map(name -> new Rule.Credits.Counted(name, null, null))
                        .toList());
    }
}

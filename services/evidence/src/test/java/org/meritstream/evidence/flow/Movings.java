package org.meritstream.evidence.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.meritstream.evidence.flow.Happenings.fact;
import static org.meritstream.evidence.flow.Happenings.inbound;
import static org.meritstream.evidence.flow.Happenings.publish;
import static org.meritstream.evidence.judgement.Fixtures.ESSAY;
import static org.meritstream.evidence.judgement.Fixtures.MORNING;
import static org.meritstream.evidence.judgement.Fixtures.NORTHGATE;
import static org.meritstream.evidence.judgement.Fixtures.QUIZ;
import static org.meritstream.evidence.judgement.Fixtures.SLUG;
import static org.meritstream.evidence.judgement.Fixtures.result;
import static org.meritstream.evidence.judgement.Fixtures.score;
import static org.meritstream.evidence.judgement.Fixtures.share;
import static org.meritstream.evidence.judgement.Fixtures.version;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.meritstream.events.AchievementPublished;
import org.meritstream.events.AwardRule;
import org.meritstream.events.Event;
import org.meritstream.events.EventFormat;
import org.meritstream.events.FactFiled;
import org.meritstream.events.Message;
import org.meritstream.events.MoveLearners;
import org.meritstream.events.ReleasePolicy;
import org.meritstream.events.Rule;
import org.meritstream.events.Rule.CountingAttempt;
import org.meritstream.evidence.dossiers.Dossier;
import org.meritstream.evidence.moves.Counts;
import org.meritstream.evidence.moves.Part;
import org.meritstream.log.EventIds;
import org.meritstream.log.Inbound;
import org.meritstream.log.Position;

/** Learners under way by the first version of an achievement, those who are moved to the second, and what becomes of them. */
record Movings(MemoryStore evidence) {
    static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    static final UUID BELA = UUID.fromString("22222222-2222-8222-8222-222222222222");

    List<Inbound> told() {
        List<Inbound> told = new ArrayList<>();
        for (Message message : evidence.emitted()) {
            Event<?> event = EventFormat.read(message.headers(), message.body());
            if (event.data() instanceof FactFiled) {
                told.add(new Inbound(new Position(message.topic(), 0, told.size()), event, message));
            }
        }
        return told;
    }

    void move(String tenant) {
        given(asked(tenant));
        evidence.follow();
        assertThat(evidence.answers()).last().isInstanceOf(Answer.Done.class);
    }

    Counts counts() {
        return evidence.parts().stream()
                .map(Part::counts)
                .reduce(
                        Counts.NONE,
                        (one, other) -> new Counts(
                                one.moved() + other.moved(),
                                one.gained() + other.gained(),
                                one.lost() + other.lost(),
                                one.stayed() + other.stayed()));
    }

    List<Integer> versions(UUID learner) {
        return evidence.dossiers().stream()
                .filter(dossier -> dossier.learner().id().equals(learner))
                .map(Dossier::achievement)
                .map(achievement -> achievement.version())
                .toList();
    }

    List<String> types() {
        return evidence.emitted().stream()
                .map(message -> String.valueOf(message.headers().get("ce_type")).substring("org.meritstream.".length()))
                .toList();
    }

    void given(Inbound... events) {
        List.of(events).forEach(event -> evidence.handle(List.of(event)));
    }

    static Inbound asked(String tenant) {
        return asked(tenant, 1, 2);
    }

    static Inbound asked(String tenant, int from, int to) {
        Inbound said = inbound(new MoveLearners(tenant, SLUG, from, to), NOON);
        return Happenings.named(moveId(tenant + (from == 1 ? "" : from)).toString(), said);
    }

    static UUID moveId(String tenant) {
        return UUID.nameUUIDFromBytes(EventIds.of(tenant).getBytes(StandardCharsets.UTF_8));
    }

    /** An essay at 60 % and a quiz at half. */
    static Inbound first(String tenant) {
        return publish(definition(tenant, 1, "0.5"));
    }

    /** The same with another threshold for the quiz, for the time to come. */
    static Inbound later(String tenant, String quiz) {
        return publish(ahead(definition(tenant, 2, quiz)));
    }

    /** With less to be reached in the essay. */
    static Inbound third(String tenant) {
        Rule essay = share(ESSAY, "0.4", CountingAttempt.LATEST);
        Rule quiz = share(QUIZ, "0.5", CountingAttempt.LATEST);
        return publish(ahead(version(tenant, 3, ReleasePolicy.AT_ONCE, AwardRule.ALL, essay, quiz)));
    }

    /** The essay alone. */
    static Inbound easier(String tenant) {
        Rule essay = share(ESSAY, "0.6", CountingAttempt.LATEST);
        return publish(ahead(version(tenant, 2, ReleasePolicy.AT_ONCE, AwardRule.ALL, essay)));
    }

    static AchievementPublished definition(String tenant, int number, String quiz) {
        Rule essay = share(ESSAY, "0.6", CountingAttempt.LATEST);
        return version(
                tenant, number, ReleasePolicy.AT_ONCE, AwardRule.ALL, essay, share(QUIZ, quiz, CountingAttempt.LATEST));
    }

    static AchievementPublished ahead(AchievementPublished version) {
        return new AchievementPublished(
                version.tenant(), version.achievement(), version.version(), version.definition(), MORNING, false);
    }

    static Inbound mark(String activity, String raw, UUID learner) {
        return marked(NORTHGATE, activity, raw, learner);
    }

    static Inbound marked(String tenant, String activity, String raw, UUID learner) {
        return fact(result(activity, score(raw, "100")).of(tenant, learner).build());
    }
}

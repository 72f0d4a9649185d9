package org.meritstream.evidence.flow;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.AchievementPublished;
import org.meritstream.events.ApproveAward;
import org.meritstream.events.AssessmentCompleted;
import org.meritstream.events.CredentialIssued;
import org.meritstream.events.CredentialRevoked;
import org.meritstream.events.EvaluateLearner;
import org.meritstream.events.Event;
import org.meritstream.events.EventData;
import org.meritstream.events.EventFormat;
import org.meritstream.events.EventHeader;
import org.meritstream.events.LearnerLinked;
import org.meritstream.events.LearnerProfiled;
import org.meritstream.events.Message;
import org.meritstream.events.PublishAchievement;
import org.meritstream.events.RetireAchievement;
import org.meritstream.events.RevocationReason;
import org.meritstream.evidence.judgement.Fixtures;
import org.meritstream.log.EventIds;
import org.meritstream.log.Inbound;
import org.meritstream.log.Position;
import org.meritstream.log.Timer;

/** Events as the service meets them on its topics. */
public final class Happenings {
    private Happenings() {}

    /** An event whose id follows from what it says, as the id of every fact does. */
    public static Inbound inbound(EventData data, Instant time) {
        return inbound(EventIds.of(data.toString()), data, time);
    }

    /** The same asked once more, by a command of its own. */
    public static Inbound again(Inbound asked, Instant time) {
        return inbound(EventIds.of("again", asked.id(), time.toString()), asked.data(), time);
    }

    /** The same as a command of this id. */
    public static Inbound named(String id, Inbound asked) {
        return inbound(id, asked.data(), asked.time());
    }

    private static Inbound inbound(String id, EventData data, Instant time) {
        String key = data.tenant() + "/" + data.aggregate();
        Event<?> event = new Event<>(new EventHeader(id, "/meritstream/test", key, time, null), data);
        Message message = EventFormat.write(event);
        return new Inbound(
                new Position(message.topic(), 0, Math.floorMod(id.hashCode(), Integer.MAX_VALUE)), event, message);
    }

    /** What the service's timekeeper appends. */
    public static Inbound fellDue(Timer timer) {
        return read(timer.fellDue("evidence"));
    }

    /** What the service asked of itself. */
    public static Inbound read(Message message) {
        Event<?> event = EventFormat.read(message.headers(), message.body());
        return new Inbound(
                new Position(
                        message.topic(), 0, Math.floorMod(event.header().id().hashCode(), Integer.MAX_VALUE)),
                event,
                message);
    }

    public static Inbound fact(AssessmentCompleted said) {
        return inbound(said, said.occurredAt());
    }

    public static Inbound profiled(String tenant, UUID learner) {
        return profiled(tenant, learner, "en");
    }

    public static Inbound profiled(String tenant, UUID learner, @Nullable String language) {
        return inbound(
                new LearnerProfiled(
                        tenant, learner, "s-4711", "Amina Example", "amina@example.org", language, Fixtures.MORNING),
                Fixtures.MORNING);
    }

    public static Inbound linked(String tenant, UUID provisional, UUID learner) {
        return inbound(new LearnerLinked(tenant, provisional, learner, Fixtures.MORNING), Fixtures.MORNING);
    }

    /** Issuance has signed a credential. */
    public static Inbound issued(String tenant, UUID learner, UUID credential, String achievement, Instant at) {
        CredentialIssued said = new CredentialIssued(
                tenant,
                credential,
                credential,
                learner,
                achievement,
                1,
                1,
                "list-1",
                "sha-256:" + "0".repeat(64),
                at,
                null,
                new BigDecimal("5"),
                null);
        return inbound(said, at);
    }

    /** The same credential, but it expires. */
    public static Inbound expiring(Inbound issued, Instant until) {
        CredentialIssued said = (CredentialIssued) issued.data();
        CredentialIssued expiring = new CredentialIssued(
                said.tenant(),
                said.credential(),
                said.award(),
                said.learner(),
                said.achievement(),
                said.version(),
                said.number(),
                said.statusList(),
                said.digest(),
                said.issuedAt(),
                until,
                said.ects(),
                said.reissue());
        return inbound(expiring, said.issuedAt());
    }

    /** Issuance has revoked it. */
    public static Inbound revoked(String tenant, UUID learner, UUID credential, String achievement, Instant at) {
        RevocationReason reason = RevocationReason.ISSUED_IN_ERROR;
        CredentialRevoked said =
                new CredentialRevoked(tenant, credential, credential, learner, achievement, 1, reason, at);
        return inbound(said, at);
    }

    public static Inbound publish(AchievementPublished version) {
        return inbound(
                new PublishAchievement(
                        version.tenant(),
                        version.achievement(),
                        version.version(),
                        version.definition(),
                        version.retroactive()),
                version.publishedAt());
    }

    public static Inbound retire(AchievementPublished version, Instant time) {
        return inbound(new RetireAchievement(version.tenant(), version.achievement(), version.version()), time);
    }

    public static Inbound evaluate(AchievementPublished version, UUID learner) {
        return inbound(
                new EvaluateLearner(version.tenant(), learner, version.achievement(), version.version()),
                version.publishedAt());
    }

    public static Inbound approve(String tenant, UUID award, UUID learner) {
        return inbound(new ApproveAward(tenant, award, learner, null), Fixtures.MORNING);
    }
}

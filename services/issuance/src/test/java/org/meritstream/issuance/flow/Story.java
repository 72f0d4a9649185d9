package org.meritstream.issuance.flow;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.Achievement;
import org.meritstream.events.AchievementPublished;
import org.meritstream.events.AwardComponent;
import org.meritstream.events.AwardConferred;
import org.meritstream.events.AwardResult;
import org.meritstream.events.AwardWithdrawalReason;
import org.meritstream.events.AwardWithdrawn;
import org.meritstream.events.BeginBulk;
import org.meritstream.events.BulkOperation;
import org.meritstream.events.ChooseSecurings;
import org.meritstream.events.ChooseStatusProfile;
import org.meritstream.events.CompromiseKey;
import org.meritstream.events.CorrectCredential;
import org.meritstream.events.CredentialSelection;
import org.meritstream.events.Endorse;
import org.meritstream.events.Event;
import org.meritstream.events.EventData;
import org.meritstream.events.EventFormat;
import org.meritstream.events.EventHeader;
import org.meritstream.events.ExpireCredential;
import org.meritstream.events.IssueRecord;
import org.meritstream.events.LearnerLinked;
import org.meritstream.events.LearnerProfiled;
import org.meritstream.events.Message;
import org.meritstream.events.OpenIssuer;
import org.meritstream.events.RecordRequested;
import org.meritstream.events.ReinstateCredential;
import org.meritstream.events.RenewCredential;
import org.meritstream.events.RevocationReason;
import org.meritstream.events.RevokeCredential;
import org.meritstream.events.RevokeEndorsement;
import org.meritstream.events.RotateKey;
import org.meritstream.events.Score;
import org.meritstream.events.Securing;
import org.meritstream.events.ShareRecord;
import org.meritstream.events.SigningKeyKind;
import org.meritstream.events.StatusProfile;
import org.meritstream.events.SuspendCredential;
import org.meritstream.events.SuspensionReason;
import org.meritstream.events.Visibility;
import org.meritstream.events.VisibilityChanged;
import org.meritstream.issuance.Fixtures;
import org.meritstream.log.Emission;
import org.meritstream.log.EventIds;
import org.meritstream.log.Timer;

/** What happens at one tenant, as facts to be put into any order. */
final class Story {
    /** Awards from this number on take the place of others. */
    static final int SUCCESSORS = 1_000;

    static final Instant START = Instant.parse("2026-11-20T10:00:00Z");

    private final String tenant;

    Story(String tenant) {
        this.tenant = tenant;
    }

    String tenant() {
        return tenant;
    }

    UUID learner(int n) {
        return UUID.fromString(EventIds.of(tenant, "learner", "" + n));
    }

    UUID award(int n) {
        return UUID.fromString(EventIds.of(tenant, "award", "" + n));
    }

    Event<?> profiled(int n, String name, int minute) {
        return event(
                new LearnerProfiled(tenant, learner(n), "s" + n, name, "l" + n + "@x.example", "en", at(minute)),
                minute);
    }

    Event<?> linked(int provisional, int person, int minute) {
        return event(new LearnerLinked(tenant, learner(provisional), learner(person), at(minute)), minute);
    }

    Event<?> published(int minute) {
        return published("data-literacy", minute);
    }

    Event<?> publishedAnother(int minute) {
        return published("research-methods", minute);
    }

    private Event<?> published(String achievement, int minute) {
        AchievementPublished fixture = Fixtures.dataLiteracy();
        return event(new AchievementPublished(tenant, achievement, 1, fixture.definition(), at(minute)), minute);
    }

    /** A version whose type Open Badges does not know: what evidence should have refused, and issuance must not sign. */
    Event<?> publishedWithAnUnknownType(int minute) {
        return published("Nonsense", null, minute);
    }

    /** A version whose credentials are valid for so many months. */
    Event<?> publishedFor(int months, int minute) {
        return published(Fixtures.dataLiteracy().definition().achievementType(), months, minute);
    }

    private Event<?> published(String type, @Nullable Integer months, int minute) {
        Achievement good = Fixtures.dataLiteracy().definition();
        Achievement odd = new Achievement(
                good.name(),
                good.description(),
                type,
                good.language(),
                good.criteria(),
                good.awardRule(),
                good.skills(),
                good.tags(),
                good.recognition(),
                good.release(),
                good.resubmission(),
                good.releaseAt(),
                months,
                good.regrade(),
                good.image());
        return published(odd, minute);
    }

    Event<?> published(Achievement definition, int minute) {
        return event(new AchievementPublished(tenant, "data-literacy", 1, definition, at(minute)), minute);
    }

    Event<?> conferred(int n, int minute) {
        return conferred("data-literacy", n, 1, minute);
    }

    Event<?> conferredOfAnother(int n, int minute) {
        return conferred("research-methods", n, 1, minute);
    }

    /** What evidence never sends: an award that is conferred already, under another number. */
    Event<?> conferredAgainUnderAnotherNumber(int n, int minute) {
        return conferred("data-literacy", n, 2, minute);
    }

    /** An award that takes the place of the n-th's, in another achievement, so that each may wait for what the other does not. */
    Event<?> conferredInstead(int n, int minute) {
        AwardConferred former = (AwardConferred) conferred(n, minute).data();
        return event(
                new AwardConferred(
                        tenant,
                        award(SUCCESSORS + n),
                        learner(n),
                        "research-methods",
                        1,
                        2,
                        former.results(),
                        null,
                        null,
                        at(minute),
                        award(n)),
                minute);
    }

    private Event<?> conferred(String achievement, int n, int number, int minute) {
        AwardResult result =
                new AwardResult("final-project", new Score(new BigDecimal("17.5"), null, new BigDecimal("20")), null);
        return event(
                new AwardConferred(
                        tenant,
                        award(n),
                        learner(n),
                        achievement,
                        1,
                        number,
                        List.of(result),
                        null,
                        null,
                        at(minute),
                        null),
                minute);
    }

    Event<?> withdrawn(int n, int minute) {
        return event(
                new AwardWithdrawn(
                        tenant,
                        award(n),
                        learner(n),
                        "data-literacy",
                        1,
                        1,
                        AwardWithdrawalReason.NO_LONGER_EARNED,
                        at(minute)),
                minute);
    }

    Event<?> shared(UUID credential, int n, Visibility visibility, int minute) {
        return event(new VisibilityChanged(tenant, learner(n), credential, visibility, at(minute)), minute);
    }

    Event<?> opened(int minute) {
        return event(new OpenIssuer(tenant, at(minute)), minute);
    }

    Event<?> revoke(UUID credential, int n, RevocationReason reason, int minute) {
        return event(new RevokeCredential(tenant, credential, learner(n), reason), minute);
    }

    Event<?> suspend(UUID credential, int n, SuspensionReason reason, int minute) {
        return event(new SuspendCredential(tenant, credential, learner(n), reason), minute);
    }

    Event<?> reinstate(UUID credential, int n, int minute) {
        return event(new ReinstateCredential(tenant, credential, learner(n)), minute);
    }

    Event<?> renew(UUID credential, int n, int minute) {
        return event(new RenewCredential(tenant, credential, learner(n)), minute);
    }

    Event<?> correct(UUID credential, int n, int minute) {
        return event(new CorrectCredential(tenant, credential, learner(n)), minute);
    }

    Event<?> expire(UUID credential, int n, Instant at) {
        ExpireCredential due = new ExpireCredential(tenant, credential, learner(n), at);
        Message message = new Timer("expire-credential/" + credential, at, due).fellDue("issuance");
        return EventFormat.read(message.headers(), message.body());
    }

    /** The same definition under another name. */
    Event<?> publishedAs(String achievement, int minute) {
        return published(achievement, minute);
    }

    /** An award of an achievement that rests on these credentials. */
    Event<?> conferredAs(String achievement, int n, int award, List<UUID> components, int minute) {
        AwardConferred plain =
                (AwardConferred) conferred(achievement, n, 1, minute).data();
        List<AwardComponent> parts =
                components.stream().map(id -> new AwardComponent(id, "part")).toList();
        return event(
                new AwardConferred(
                        tenant,
                        award(award),
                        learner(n),
                        achievement,
                        1,
                        1,
                        plain.results(),
                        null,
                        parts.isEmpty() ? null : parts,
                        at(minute),
                        null),
                minute);
    }

    Event<?> record(int n, @Nullable UUID stack, int minute) {
        return event(new IssueRecord(tenant, learner(n), stack), minute);
    }

    /** The learner asks themselves. */
    Event<?> requested(int n, @Nullable UUID stack, int minute) {
        UUID request = UUID.fromString(EventIds.of(tenant, "request", "" + n, "" + minute));
        return event(new RecordRequested(tenant, learner(n), request, stack, at(minute)), minute);
    }

    Event<?> shareRecord(UUID record, int n, Visibility visibility, int minute) {
        return event(new ShareRecord(tenant, record, learner(n), visibility), minute);
    }

    Event<?> endorse(String endorsed, String comment, int minute) {
        return event(new Endorse(tenant, endorsed, comment), minute);
    }

    Event<?> revokeEndorsement(UUID endorsement, int minute) {
        return event(new RevokeEndorsement(tenant, endorsement), minute);
    }

    Event<?> chosen(int minute, Securing... securings) {
        return event(new ChooseSecurings(tenant, List.of(securings)), minute);
    }

    Event<?> chosen(int minute, StatusProfile profile) {
        return event(new ChooseStatusProfile(tenant, profile), minute);
    }

    Event<?> rotated(SigningKeyKind kind, int minute) {
        return event(new RotateKey(tenant, kind), minute);
    }

    Event<?> bulk(BulkOperation operation, @Nullable RevocationReason reason, CredentialSelection select, int minute) {
        return command(new BeginBulk(tenant, operation, reason, null, select), minute);
    }

    Event<?> suspendAll(SuspensionReason reason, CredentialSelection select, int minute) {
        return command(new BeginBulk(tenant, BulkOperation.SUSPEND, null, reason, select), minute);
    }

    /** Of the key of this name, since a minute. */
    Event<?> compromised(String key, int since, int minute) {
        return command(new CompromiseKey(tenant, key, at(since)), minute);
    }

    /** Under an id as the edge gives. */
    private static Event<?> command(EventData data, int minute) {
        UUID id = UUID.nameUUIDFromBytes(EventFormat.bytes(data));
        EventHeader header =
                new EventHeader(id.toString(), "/meritstream/test", Emission.subject(data), at(minute), null);
        return new Event<>(header, data);
    }

    private static Instant at(int minute) {
        return START.plusSeconds(60L * minute);
    }

    private static Event<?> event(EventData data, int minute) {
        String text = new String(EventFormat.bytes(data), java.nio.charset.StandardCharsets.UTF_8);
        String id = EventIds.of(data.getClass().getSimpleName(), text, Integer.toString(minute));
        EventHeader header = new EventHeader(id, "/meritstream/test", Emission.subject(data), at(minute), null);
        return new Event<>(header, data);
    }
}

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
import org.meritstream.events.Event;
import org.meritstream.events.LearnerLinked;
import org.meritstream.events.LearnerProfiled;
import org.meritstream.events.RecordRequested;
import org.meritstream.events.Score;
import org.meritstream.events.Visibility;
import org.meritstream.events.VisibilityChanged;
import org.meritstream.issuance.Fixtures;
import org.meritstream.log.EventIds;

/** What happens at one tenant, as facts to be put into any order; and what is asked there. */
final class Story extends Asking {
    /** Awards from this number on take the place of others. */
    static final int SUCCESSORS = 1_000;

    static final Instant START = Instant.parse("2026-11-20T10:00:00Z");

    Story(String tenant) {
        super(tenant);
    }

    UUID award(int n) {
        return UUID.fromString(EventIds.of(tenant(), "award", "" + n));
    }

    Event<?> profiled(int n, String name, int minute) {
        return event(
                new LearnerProfiled(tenant(), learner(n), "s" + n, name, "l" + n + "@x.example", "en", at(minute)),
                minute);
    }

    Event<?> linked(int provisional, int person, int minute) {
        return event(new LearnerLinked(tenant(), learner(provisional), learner(person), at(minute)), minute);
    }

    Event<?> published(int minute) {
        return publishedAs("data-literacy", minute);
    }

    Event<?> publishedAnother(int minute) {
        return publishedAs("research-methods", minute);
    }

    /** The same definition under another name. */
    Event<?> publishedAs(String achievement, int minute) {
        AchievementPublished fixture = Fixtures.dataLiteracy();
        return event(new AchievementPublished(tenant(), achievement, 1, fixture.definition(), at(minute)), minute);
    }

    /** A version whose type Open Badges does not know: what evidence should have refused, and issuance must not sign. */
    Event<?> publishedWithAnUnknownType(int minute) {
        return published(Fixtures.ofType("Nonsense"), minute);
    }

    /** A version whose credentials are valid for so many months. */
    Event<?> publishedFor(int months, int minute) {
        return published(Fixtures.validFor(months), minute);
    }

    Event<?> published(Achievement definition, int minute) {
        return event(new AchievementPublished(tenant(), "data-literacy", 1, definition, at(minute)), minute);
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
                        tenant(),
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
                        tenant(),
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
                        tenant(),
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
        return event(new VisibilityChanged(tenant(), learner(n), credential, visibility, at(minute)), minute);
    }

    /** An award of an achievement that rests on these credentials. */
    Event<?> conferredAs(String achievement, int n, int award, List<UUID> components, int minute) {
        AwardConferred plain =
                (AwardConferred) conferred(achievement, n, 1, minute).data();
        List<AwardComponent> parts =
                components.stream().map(id -> new AwardComponent(id, "part")).toList();
        return event(
                new AwardConferred(
                        tenant(),
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

    /** The learner asks themselves. */
    Event<?> requested(int n, @Nullable UUID stack, int minute) {
        UUID request = UUID.fromString(EventIds.of(tenant(), "request", "" + n, "" + minute));
        return event(new RecordRequested(tenant(), learner(n), request, stack, at(minute)), minute);
    }
}

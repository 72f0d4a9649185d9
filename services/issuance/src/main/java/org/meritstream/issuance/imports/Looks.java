package org.meritstream.issuance.imports;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.ConcludeImport;
import org.meritstream.events.ForeignCredential;
import org.meritstream.events.ImportRefusal;
import org.meritstream.events.LapseReason;
import org.meritstream.issuance.issuer.PublicIssuers;
import org.meritstream.issuance.learner.KnownLearners;
import org.meritstream.issuance.learner.LearnerKey;
import org.meritstream.issuance.learner.Learners;
import org.meritstream.issuance.learner.Profile;
import org.meritstream.issuance.verification.Examiner;
import org.meritstream.issuance.verification.Period;
import org.meritstream.issuance.verification.Presented;

/** Looks at a credential of another issuer. Blocks, for as long as one verification may take: others are asked. */
@ApplicationScoped
class Looks {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration UNTIL_THE_ROSTER = Duration.ofSeconds(5);
    private static final Duration UNTIL_A_PLACE = Duration.ofSeconds(5);
    /** What a status is read by is some hundred characters; a megabyte of entries would be more than a record may be. */
    private static final int LONGEST_WATCHED = 100_000;

    private final Examiner examiner;
    private final Learners learners;
    private final PublicIssuers issuers;
    private final Recognised recognised;
    private final ImportConfig config;

    Looks(Examiner examiner, Learners learners, PublicIssuers issuers, Recognised recognised, ImportConfig config) {
        this.examiner = examiner;
        this.learners = learners;
        this.issuers = issuers;
        this.recognised = recognised;
        this.config = config;
    }

    /** What a look came to. */
    sealed interface Look {

        /** It is to be concluded. */
        record Conclude(ConcludeImport command) implements Look {}

        /** Nothing has changed; look again then, or never. */
        record Later(@Nullable Instant next, String why) implements Look {}
    }

    Look look(Due due, Instant now) {
        return switch (due.kind()) {
            case Due.First first -> first(due, first, now);
            case Due.Again again -> again(due, again, now);
        };
    }

    private Look first(Due due, Due.First first, Instant now) {
        Profile profile = profile(due);
        if (profile == null && now.isBefore(first.requestedAt().plus(config.rosterPatience()))) {
            return new Look.Later(now.plus(UNTIL_THE_ROSTER), "roster");
        }
        StatusWatch.Timed reading = new StatusWatch.Timed(examiner.reading());
        return switch (Examiner.open(first.body().getBytes(), reading)) {
            case Examiner.Found.Nothing ignored -> refused(due, ImportRefusal.NOT_A_CREDENTIAL);
            case Examiner.Found.Busy ignored -> new Look.Later(now.plus(UNTIL_A_PLACE), "busy");
            case Examiner.Found.Unreadable ignored -> refused(due, ImportRefusal.ADDRESS_UNREADABLE);
            case Examiner.Found.Credential credential ->
                new Look.Conclude(examined(due, credential.presented(), around(due, profile), reading, now));
        };
    }

    private ConcludeImport examined(
            Due due, Presented presented, LookDecision.Around around, StatusWatch.Timed reading, Instant now) {
        JsonNode credential = presented.credential();
        Stated stated = Stated.of(credential);
        ImportRefusal beforehand = LookDecision.beforehand(stated, around);
        if (beforehand != null) {
            return conclusion(due, beforehand);
        }
        Period period = LookDecision.period(credential);
        ImportRefusal refusal = LookDecision.found(examiner.verify(presented, reading, now), period);
        if (refusal != null) {
            return conclusion(due, refusal);
        }
        Instant until = period == null ? null : period.until();
        String watched = StatusWatch.of(credential);
        if (watched != null && watched.length() > LONGEST_WATCHED) {
            return conclusion(due, ImportRefusal.MALFORMED);
        }
        ForeignCredential found = new ForeignCredential(
                String.valueOf(stated.id()),
                String.valueOf(stated.issuer()),
                String.valueOf(stated.about()),
                stated.issuerName(),
                stated.aboutName(),
                until,
                watched,
                watched == null ? null : before(until, reading.next(now, config.lookAgain())));
        return new ConcludeImport(due.tenant(), due.request(), due.learner(), null, found, null, null);
    }

    private Look again(Due due, Due.Again again, Instant now) {
        StatusWatch.Timed reading = new StatusWatch.Timed(examiner.reading());
        Instant next = reading.next(now, config.lookAgain());
        return switch (StatusWatch.read(again.watched(), entry -> examiner.status(entry, reading, now))) {
            case StatusWatch.Seen.Lapsed lapsed -> new Look.Conclude(lapsed(due, lapsed.reason()));
            case StatusWatch.Seen.Unread ignored -> new Look.Later(before(again.validUntil(), next), "unread");
            case StatusWatch.Seen.Good ignored ->
                new Look.Later(before(again.validUntil(), reading.next(now, config.lookAgain())), "good");
        };
    }

    /** Nobody looks again at what has expired by then. */
    static @Nullable Instant before(@Nullable Instant until, Instant next) {
        return until == null || next.isBefore(until) ? next : null;
    }

    private LookDecision.Around around(Due due, @Nullable Profile profile) {
        PublicIssuers.Found own = issuers.find(due.tenant()).await().atMost(PATIENCE);
        return new LookDecision.Around(
                own == null ? null : own.issuer().did(),
                recognised.by(due.tenant()),
                profile == null ? null : profile.email());
    }

    private @Nullable Profile profile(Due due) {
        LearnerKey learner = new LearnerKey(due.tenant(), due.learner());
        KnownLearners known = learners.load(Set.of(learner));
        return known.profile(known.person(learner));
    }

    private static Look refused(Due due, ImportRefusal reason) {
        return new Look.Conclude(conclusion(due, reason));
    }

    static ConcludeImport conclusion(Due due, ImportRefusal reason) {
        return new ConcludeImport(due.tenant(), due.request(), due.learner(), reason, null, null, null);
    }

    static ConcludeImport delay(Due due, Instant next) {
        return new ConcludeImport(due.tenant(), due.request(), due.learner(), null, null, null, next);
    }

    private static ConcludeImport lapsed(Due due, LapseReason reason) {
        return new ConcludeImport(due.tenant(), due.request(), due.learner(), null, null, reason, null);
    }
}

package org.meritstream.evidence.judgement;

import static org.meritstream.evidence.judgement.Fixtures.AMINA;
import static org.meritstream.evidence.judgement.Fixtures.DELIVERY;
import static org.meritstream.evidence.judgement.Fixtures.DIGEST;
import static org.meritstream.evidence.judgement.Fixtures.MORNING;
import static org.meritstream.evidence.judgement.Fixtures.NORTHGATE;
import static org.meritstream.evidence.judgement.Fixtures.source;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.ActivityKind;
import org.meritstream.events.ActivityRef;
import org.meritstream.events.AssessmentCompleted;
import org.meritstream.events.AssessmentKind;
import org.meritstream.events.Attempt;
import org.meritstream.events.Fact;
import org.meritstream.events.ResultStatus;
import org.meritstream.events.Score;
import org.meritstream.evidence.facts.Stated;

/** What a sender says, member by member. */
public final class Said {
    private final String activity;
    private final AssessmentKind kind;
    private String tenant = NORTHGATE;
    private UUID learner = AMINA;
    private boolean provisional;
    private @Nullable Score score;
    private @Nullable Boolean passed;
    private Attempt attempt = Attempt.UNKNOWN;
    private ResultStatus status = ResultStatus.FINAL;
    private Instant at = MORNING;
    private @Nullable Instant gradedAt;

    Said(String activity, AssessmentKind kind) {
        this.activity = activity;
        this.kind = kind;
    }

    public Said of(String of, UUID who) {
        this.tenant = of;
        this.learner = who;
        return this;
    }

    public Said provisional() {
        this.provisional = true;
        return this;
    }

    public Said score(@Nullable Score is) {
        this.score = is;
        return this;
    }

    public Said passed(@Nullable Boolean is) {
        this.passed = is;
        return this;
    }

    public Said attempt(int number) {
        this.attempt = new Attempt(number, null, null);
        return this;
    }

    public Said attempt(Attempt is) {
        this.attempt = is;
        return this;
    }

    public Said status(ResultStatus is) {
        this.status = is;
        return this;
    }

    public Said at(Instant time) {
        this.at = time;
        return this;
    }

    public Said gradedAt(Instant time) {
        this.gradedAt = time;
        return this;
    }

    public AssessmentCompleted build() {
        return new AssessmentCompleted(
                tenant,
                learner,
                provisional,
                kind,
                source(),
                new ActivityRef(activity, ActivityKind.ASSIGNMENT),
                null,
                attempt,
                score,
                passed,
                status,
                at,
                gradedAt,
                at,
                at,
                DELIVERY,
                DIGEST);
    }

    public Fact.Completed as(String id) {
        return Stated.completed(id, build());
    }
}

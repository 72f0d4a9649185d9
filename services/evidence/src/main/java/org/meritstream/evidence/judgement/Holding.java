package org.meritstream.evidence.judgement;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.Fact;

/** A credential that the learner has or had. */
sealed interface Holding {

    /** What said that it is held. */
    Fact.Held fact();

    /** It is there and valid. */
    record Valid(Fact.Held fact) implements Holding {}

    /** Its time is over. */
    record Expired(Fact.Held fact) implements Holding {}

    /** It was revoked; the first time counts. */
    record Revoked(Fact.Held fact, Fact.Lost lost) implements Holding {}

    /**
     * Every credential for an achievement, in the order in which they came to be held.
     *
     * @param issuer null where it is this tenant
     */
    static List<Holding> of(String achievement, @Nullable String issuer, Question question) {
        Map<String, Fact.Lost> lost = new HashMap<>();
        question.history().all(Fact.Lost.class).forEach(fact -> lost.putIfAbsent(fact.credential(), fact));
        return question.history()
                .all(Fact.Held.class)
                .filter(fact -> fact.achievement().equals(achievement) && Objects.equals(fact.issuer(), issuer))
                .map(fact -> of(fact, lost.get(fact.credential()), question))
                .toList();
    }

    /** What was revoked after its time was over had expired. */
    private static Holding of(Fact.Held fact, Fact.@Nullable Lost lost, Question question) {
        Instant until = fact.validUntil();
        if (lost != null && (until == null || lost.lostAt().isBefore(until))) {
            return new Revoked(fact, lost);
        }
        boolean over = lost != null || (until != null && !question.now().isBefore(until));
        return over ? new Expired(fact) : new Valid(fact);
    }
}

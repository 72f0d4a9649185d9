package org.meritstream.evidence.judgement;

import java.time.Instant;
import org.meritstream.events.Criterion;

/** What a rule is asked: how does this criterion stand, on these facts, on these terms, now? */
record Question(Criterion criterion, History history, Terms terms, Instant now) {

    Question on(Terms other) {
        return new Question(criterion, history, other, now);
    }

    Question on(History other) {
        return new Question(criterion, other, terms, now);
    }
}

package org.meritstream.evidence.judgement;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.meritstream.events.Fact;

/**
 * What is known of a learner: each fact once, by its own time.
 *
 * @param facts in {@link Fact#ORDER}
 */
record History(List<Fact> facts) {

    static History of(List<Fact> facts) {
        Set<String> met = new HashSet<>();
        return new History(facts.stream()
                .sorted(Fact.ORDER)
                .filter(fact -> met.add(fact.id()))
                .toList());
    }

    /** The facts of one form. */
    <F extends Fact> Stream<F> all(Class<F> form) {
        return facts.stream().filter(form::isInstance).map(form::cast);
    }

    /** What is known without the persons who looked at it. */
    History withoutReviews() {
        return new History(
                facts.stream().filter(fact -> !(fact instanceof Fact.Review)).toList());
    }

    /** What a sender said of an activity. */
    List<Fact.OfActivity> of(String source, String activity) {
        return all(Fact.OfActivity.class)
                .filter(fact -> fact.source().equals(source) && fact.activity().equals(activity))
                .toList();
    }
}

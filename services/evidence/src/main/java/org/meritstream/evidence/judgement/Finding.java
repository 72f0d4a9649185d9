package org.meritstream.evidence.judgement;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.CriterionStanding.Standing;
import org.meritstream.events.Fact;
import org.meritstream.events.Score;

/**
 * What one rule says of the facts, and why.
 *
 * @param rule the rule's kind as in its JSON: {@code score}, {@code completion}, {@code all}, …
 * @param reason why it stands as it does
 * @param next what the learner can do; empty when it is met
 * @param facts ids of the events it rests on; empty when there are none
 * @param mark the mark it rests on, if it rests on one
 * @param parts what the rules inside a composed rule say
 * @param grounds what else it rests on, or null where it is the facts alone
 */
public record Finding(
        String rule,
        Standing standing,
        Phrase reason,
        List<Phrase> next,
        List<String> facts,
        @Nullable Score mark,
        List<Finding> parts,
        @Nullable Grounds grounds) {

    static Finding of(String rule, Standing standing, Phrase reason) {
        return new Finding(rule, standing, reason, List.of(), List.of(), null, List.of(), null);
    }

    Finding next(Phrase... next) {
        return next(List.of(next));
    }

    Finding next(List<Phrase> next) {
        return new Finding(rule, standing, reason, next, facts, mark, parts, grounds);
    }

    Finding restingOn(Fact fact, @Nullable Score mark) {
        return restingOn(List.of(fact.id()), mark);
    }

    Finding restingOn(List<String> ids, @Nullable Score mark) {
        return new Finding(rule, standing, reason, next, ids, mark, parts, grounds);
    }

    Finding with(Grounds grounds) {
        return new Finding(rule, standing, reason, next, facts, mark, parts, grounds);
    }

    Finding because(Standing standing, Phrase reason, List<String> facts) {
        return new Finding(rule, standing, reason, next, facts, null, parts, grounds);
    }

    /** Rests on the facts of its parts; once it is met, on those of the parts that are met. */
    Finding composedOf(List<Finding> parts) {
        List<String> all = parts.stream()
                .filter(part -> standing != Standing.MET || part.standing() == Standing.MET)
                .flatMap(part -> part.facts().stream())
                .distinct()
                .sorted()
                .toList();
        return new Finding(rule, standing, reason, next, all, null, parts, grounds);
    }

    /** This and those inside it that are met by a mark. */
    Stream<Finding> marked() {
        if (standing != Standing.MET) {
            return Stream.empty();
        }
        return mark != null ? Stream.of(this) : parts.stream().flatMap(Finding::marked);
    }

    /** Everybody whose decision counts here or inside. */
    Stream<String> reviewers() {
        Stream<String> own = grounds == null ? Stream.empty() : grounds.reviewers().stream();
        return Stream.concat(own, parts.stream().flatMap(Finding::reviewers));
    }
}

package org.meritstream.evidence.judgement;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.CriterionStanding.Standing;
import org.meritstream.events.Score;

/**
 * What one rule says of the facts, and why.
 *
 * @param rule the rule's kind as in its JSON: {@code score}, {@code completion}, {@code all}, {@code any}, {@code atLeast}
 * @param reason why it stands as it does
 * @param next what the learner can do; empty when it is met
 * @param facts ids of the events it rests on; empty when there are none
 * @param mark the mark it rests on, if it rests on one
 * @param parts what the rules inside a composed rule say
 */
public record Finding(
        String rule,
        Standing standing,
        Phrase reason,
        List<Phrase> next,
        List<String> facts,
        @Nullable Score mark,
        List<Finding> parts) {

    static Finding of(String rule, Standing standing, Phrase reason) {
        return new Finding(rule, standing, reason, List.of(), List.of(), null, List.of());
    }

    Finding next(Phrase... next) {
        return new Finding(rule, standing, reason, List.of(next), facts, mark, parts);
    }

    Finding restingOn(Fact fact, @Nullable Score mark) {
        return new Finding(rule, standing, reason, next, List.of(fact.id()), mark, parts);
    }

    /** Rests on the facts of its parts; once it is met, on those of the parts that are met. */
    Finding composedOf(List<Finding> parts) {
        List<String> all = parts.stream()
                .filter(part -> standing != Standing.MET || part.standing() == Standing.MET)
                .flatMap(part -> part.facts().stream())
                .distinct()
                .sorted()
                .toList();
        return new Finding(rule, standing, reason, next, all, null, parts);
    }

    /** The marks of this rule and of those inside it that are met. */
    Stream<Score> marks() {
        if (standing != Standing.MET) {
            return Stream.empty();
        }
        return Stream.concat(Stream.ofNullable(mark), parts.stream().flatMap(Finding::marks));
    }
}

package org.meritstream.evidence.learn;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.meritstream.evidence.awards.Award;
import org.meritstream.evidence.judgement.Phrase;
import org.meritstream.evidence.judgement.Words;
import org.meritstream.evidence.learn.StandDecision.Stand;

/**
 * What a learner has to see in five seconds: where it stands, and what to do now.
 *
 * @param look the class of the state's box
 * @param choice how many of the things to do are enough, or null where all are needed
 * @param todo nothing once it is earned
 */
record Top(String state, String look, @Nullable String choice, List<Todo> todo) {

    /**
     * Something to do.
     *
     * @param criterion its name, in the language of the achievement
     * @param steps in the reader's language
     */
    record Todo(String id, String criterion, List<String> steps) {

        /** The criterion and what comes first, in one line. */
        String first() {
            return criterion + ": " + steps.getFirst();
        }
    }

    static Top of(Progress progress, Words words) {
        return switch (StandDecision.decide(progress)) {
            case Stand.Held held ->
                earned(words.say(
                        Phrase.of("learn.held", "when", held.since().at().toString())));
            case Stand.Earned earned -> earned(words.say(earned(earned.award())));
            case Stand.Withheld withheld ->
                new Top(words.say(withheld(withheld.since())), "state-unsure", null, List.of());
            case Stand.Waiting waiting -> open(progress, words, "state-unsure");
            case Stand.ToDo todo -> open(progress, words, "state-todo");
        };
    }

    private static Phrase withheld(Award.Stand.Withheld since) {
        String why = since.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return Phrase.of("learn.withheld." + why, "when", since.at().toString());
    }

    private static Top earned(String state) {
        return new Top(state, "state-good", null, List.of());
    }

    private static Phrase earned(Award award) {
        String when = award.earnedAt().toString();
        Instant from = award.release().at();
        return from == null
                ? Phrase.of("learn.earned", "when", when)
                : Phrase.of("learn.earned-for", "when", when, "from", from.toString());
    }

    private static Top open(Progress progress, Words words, String look) {
        List<Todo> todo = Said.all(progress, words).stream()
                .filter(said -> !said.met() && !said.next().isEmpty())
                .map(said -> new Todo(said.id(), said.name(), said.next()))
                .toList();
        int criteria = progress.version().definition().criteria().size();
        long missing = StandDecision.missing(progress).size();
        long wanted = progress.version().definition().needed() - (criteria - missing);
        String choice = wanted < missing && wanted > 0
                ? words.say(Phrase.of("learn.choice", "count", String.valueOf(wanted)))
                : null;
        return new Top(words.say(progress.dossier().explanation().summary()), look, choice, todo);
    }
}

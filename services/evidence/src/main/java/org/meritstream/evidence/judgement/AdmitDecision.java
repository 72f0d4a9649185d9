package org.meritstream.evidence.judgement;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.meritstream.events.AchievementPublished;
import org.meritstream.events.Criterion;
import org.meritstream.events.CriterionStanding.Standing;
import org.meritstream.events.Fact;
import org.meritstream.events.Rule;
import org.meritstream.events.Rule.Artifact;

/**
 * Whether a piece of work that is handed in now is taken, by the same terms and the same admission that judge it later. So nobody is told
 * that a try is taken that the judgement then refuses on the facts that were known.
 */
public final class AdmitDecision {
    /** No file has it. */
    private static final String UNSEEN = "sha-256:" + "0".repeat(64);

    private AdmitDecision() {}

    /**
     * What is handed in.
     *
     * @param artifact what it is, as the rule names it
     */
    public record Work(String artifact, String digest, String mediaType) {}

    /** What becomes of it. Each refusal comes with what is left to the learner; none of them uses up anything. */
    public sealed interface Entry {

        /**
         * It is the try of this number.
         *
         * @param left before it
         */
        record Taken(int number, List<Phrase> left) implements Entry {}

        /** It is the same work as an earlier try, byte for byte. */
        record Identical(int number, List<Phrase> left) implements Entry {}

        /** A file of this kind does not do. */
        record WrongKind(List<String> mediaTypes, List<Phrase> left) implements Entry {}

        /** The policy takes no try now. */
        record NotAdmitted(Phrase why, List<Phrase> left) implements Entry {}

        /**
         * What it would show is shown, and what is met is met for good.
         *
         * @param criterion its name
         */
        record MetAlready(String criterion) implements Entry {}

        /** No criterion asks for it. */
        record NotAsked() implements Entry {}
    }

    /**
     * Decides. Where several criteria ask for the work, it is taken as soon as one of them takes it.
     *
     * @param facts of the learner, as far as they concern this achievement
     * @param now when it is handed in
     */
    public static Entry decide(AchievementPublished version, List<Fact> facts, Work work, Instant now) {
        History history = History.of(facts);
        List<Asking> asking = version.definition().criteria().stream()
                .map(criterion -> new Asking(
                        new Question(
                                criterion,
                                history,
                                Terms.of(version.definition().resubmission(), criterion.id(), history),
                                now),
                        rules(criterion.rule(), work.artifact())))
                .filter(one -> !one.rules().isEmpty())
                .toList();
        if (asking.isEmpty()) {
            return new Entry.NotAsked();
        }
        Optional<Fact.Artifact> before = earlier(history, work.artifact())
                .filter(fact -> fact.digest().equals(work.digest()))
                .findFirst();
        if (before.isPresent()) {
            return new Entry.Identical(
                    before.get().number(), asking.getFirst().sofar().left());
        }
        Fact.Artifact next = new Fact.Artifact(
                "handed-in-now", work.artifact(), number(history, work), work.digest(), work.mediaType(), now);
        return asking.stream()
                .map(one -> one.entry(next))
                .min(Comparator.comparingInt(AdmitDecision::rank))
                .orElseThrow();
    }

    /**
     * What would become of work that is handed in now, were it of a kind that will do and like nothing of before: so whoever asks for it
     * can say beforehand whether it is taken.
     */
    public static Entry foresee(AchievementPublished version, List<Fact> facts, String artifact, Instant now) {
        return WorkAsked.of(version.definition()).stream()
                .filter(asked -> asked.artifact().equals(artifact))
                .flatMap(asked -> asked.anyOf().stream())
                .map(kind -> decide(version, facts, new Work(artifact, UNSEEN, kind), now))
                .min(Comparator.comparingInt(AdmitDecision::rank))
                .orElseGet(Entry.NotAsked::new);
    }

    /** A criterion that asks for the work, and by which of the rules within its own. */
    private record Asking(Question question, List<Artifact> rules) {

        Entry entry(Fact.Artifact next) {
            Criterion criterion = question.criterion();
            if (question.terms().metIsMet()
                    && EvaluateDecision.judge(question).finding().standing() == Standing.MET) {
                return new Entry.MetAlready(criterion.name());
            }
            if (rules.stream().noneMatch(rule -> fits(rule, next.mediaType()))) {
                return new Entry.WrongKind(
                        rules.stream()
                                .flatMap(rule -> rule.mediaTypes().stream())
                                .distinct()
                                .toList(),
                        sofar().left());
            }
            Admission<Fact.Artifact> admission = admission(next, question.terms());
            Admission<Fact.Artifact> asEverybody =
                    admission(next, question.terms().asForEverybody());
            return admission instanceof Admission.Refused<Fact.Artifact> refused
                            && asEverybody instanceof Admission.Refused<Fact.Artifact>
                    ? new Entry.NotAdmitted(refused.why(), sofar().left())
                    : new Entry.Taken(next.number(), sofar().left());
        }

        Admissions<Fact.Artifact> sofar() {
            return Admissions.of(tries(), question.terms());
        }

        private Admission<Fact.Artifact> admission(Fact.Artifact next, Terms terms) {
            List<Try<Fact.Artifact>> all = new ArrayList<>(tries());
            all.add(Try.of(next.number(), next.submittedAt(), next.id(), next));
            return Admissions.of(all, terms).all().getLast();
        }

        private List<Try<Fact.Artifact>> tries() {
            return JudgeArtifact.tries(rules.getFirst(), question.history());
        }
    }

    private static boolean fits(Artifact rule, String mediaType) {
        return rule.mediaTypes().isEmpty() || rule.mediaTypes().contains(mediaType);
    }

    /** Of several refusals the one that the learner can do most about is told. */
    private static int rank(Entry entry) {
        return switch (entry) {
            case Entry.Taken taken -> 0;
            case Entry.WrongKind wrong -> 1;
            case Entry.NotAdmitted not -> 2;
            case Entry.MetAlready met -> 3;
            case Entry.Identical identical -> 4;
            case Entry.NotAsked not -> 5;
        };
    }

    /** Tries are numbered for each work by itself, whichever criterion looks at it. */
    private static int number(History history, Work work) {
        List<Integer> numbers =
                earlier(history, work.artifact()).map(Fact.Artifact::number).toList();
        int highest = numbers.stream().mapToInt(Integer::intValue).max().orElse(0);
        return Math.max(highest, numbers.size()) + 1;
    }

    private static Stream<Fact.Artifact> earlier(History history, String artifact) {
        return history.all(Fact.Artifact.class).filter(fact -> fact.artifact().equals(artifact));
    }

    private static List<Artifact> rules(Rule rule, String artifact) {
        return Leaves.of(rule, Artifact.class)
                .filter(asks -> asks.artifact().equals(artifact))
                .toList();
    }
}

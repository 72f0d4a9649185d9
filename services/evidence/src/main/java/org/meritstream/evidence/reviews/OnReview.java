package org.meritstream.evidence.reviews;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.Criterion;
import org.meritstream.events.DecideReview;
import org.meritstream.events.Fact;
import org.meritstream.events.FactFiled;
import org.meritstream.events.Message;
import org.meritstream.events.RequestReview;
import org.meritstream.evidence.catalogue.AchievementKey;
import org.meritstream.evidence.catalogue.Version;
import org.meritstream.evidence.facts.Filed;
import org.meritstream.evidence.flow.Answer;
import org.meritstream.evidence.flow.Desk;
import org.meritstream.evidence.judgement.LookAsked;
import org.meritstream.evidence.learners.LearnerKey;
import org.meritstream.evidence.notes.RequestProblems;
import org.meritstream.evidence.reviews.DecideReviewDecision.Ruling;
import org.meritstream.evidence.reviews.RequestReviewDecision.Request;
import org.meritstream.log.Inbound;
import org.meritstream.log.http.Problem;

/** Reviewers decide, and are asked to: the fact takes the command's id, and the learner is judged again. */
public final class OnReview {
    private OnReview() {}

    /** Somebody asks for a look. */
    public static List<Message> requested(Desk desk, RequestReview asked, Inbound event) {
        LearnerKey person = person(desk, asked.tenant(), asked.learner());
        List<Fact> facts = desk.factsIn(person, asked.achievement());
        List<LookAsked> versions = desk.versionsFor(person, asked.achievement()).stream()
                .map(version -> LookAsked.of(version.published(), asked.criterion(), facts, event.time()))
                .toList();
        RequestReviewDecision.Case about = new RequestReviewDecision.Case(
                desk.register().learner(person).known(),
                versions,
                desk.reviews().open(person, asked.achievement(), asked.criterion()));
        return switch (RequestReviewDecision.decide(about, asked.criterion(), event.id(), event.time())) {
            case Request.Ask ask -> {
                List<Message> emitted = desk.file(
                        Filed.of(new FactFiled(asked.tenant(), asked.learner(), asked.achievement(), ask.fact())),
                        event);
                ReviewTask opened = desk.reviews().open(person, asked.achievement(), asked.criterion());
                desk.answer(done(opened == null ? null : opened.id(), event));
                yield emitted;
            }
            case Request.AskedBefore before -> {
                desk.answer(done(before.review(), event));
                yield List.of();
            }
            case Request.UnknownLearner unknown -> refused(desk, event, RequestProblems.unknownLearner());
            case Request.UnknownAchievement unknown -> refused(desk, event, RequestProblems.unknownAchievement());
            case Request.UnknownCriterion unknown -> refused(desk, event, RequestProblems.unknownCriterion());
            case Request.NotReviewed none -> refused(desk, event, ReviewProblems.notReviewed());
            case Request.HandIn handIn -> refused(desk, event, ReviewProblems.handIn());
            case Request.Met met -> refused(desk, event, ReviewProblems.met());
            case Request.NoAttempt none -> refused(desk, event, ReviewProblems.noAttempt());
        };
    }

    /** A reviewer decided. */
    public static List<Message> decided(Desk desk, DecideReview asked, Inbound event) {
        LearnerKey person = person(desk, asked.tenant(), asked.learner());
        ReviewTask task = desk.reviews().find(person, asked.review());
        DecideReviewDecision.Case about = new DecideReviewDecision.Case(
                task,
                task == null ? null : criterion(desk, task),
                desk.factsIn(person, asked.achievement()),
                isOwn(desk, person, asked));
        return switch (DecideReviewDecision.decide(about, asked, event.id(), event.time())) {
            case Ruling.File file -> {
                desk.answer(done(asked.review(), event));
                yield desk.file(
                        Filed.of(new FactFiled(asked.tenant(), asked.learner(), asked.achievement(), file.fact())),
                        event);
            }
            case Ruling.Unknown unknown -> refused(desk, event, ReviewProblems.unknown());
            case Ruling.DecidedMeanwhile decided -> refused(desk, event, ReviewProblems.decidedMeanwhile());
            case Ruling.NotWanted closed -> refused(desk, event, ReviewProblems.notWanted());
            case Ruling.OwnWork own -> refused(desk, event, ReviewProblems.ownWork());
            case Ruling.DecidedBefore before -> refused(desk, event, ReviewProblems.decidedBefore());
            case Ruling.NoVerdict none -> refused(desk, event, ReviewProblems.noVerdict());
        };
    }

    private static boolean isOwn(Desk desk, LearnerKey person, DecideReview asked) {
        UUID own = asked.reviewerLearner();
        return own != null && person(desk, asked.tenant(), own).equals(person);
    }

    private static LearnerKey person(Desk desk, String tenant, UUID learner) {
        return desk.register().personOf(new LearnerKey(tenant, learner)).key();
    }

    private static @Nullable Criterion criterion(Desk desk, ReviewTask task) {
        Version version =
                desk.shelf().find(new AchievementKey(task.learner().tenant(), task.achievement(), task.version()));
        return version == null
                ? null
                : version.published().definition().criteria().stream()
                        .filter(one -> one.id().equals(task.place().criterion()))
                        .findFirst()
                        .orElse(null);
    }

    private static Answer done(@Nullable UUID review, Inbound event) {
        return new Answer.Done(event, review == null ? "/api/reviews" : "/api/reviews/" + review);
    }

    private static List<Message> refused(Desk desk, Inbound event, Problem problem) {
        desk.answer(new Answer.Refused(event, problem));
        return List.of();
    }
}

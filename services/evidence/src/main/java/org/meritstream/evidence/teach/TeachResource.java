package org.meritstream.evidence.teach;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.evidence.reviews.ReviewEdge;
import org.meritstream.evidence.reviews.ReviewSearch;
import org.meritstream.evidence.reviews.Reviewer;
import org.meritstream.evidence.reviews.Reviewers;
import org.meritstream.evidence.signin.Frame;
import org.meritstream.evidence.signin.MessagePage;
import org.meritstream.evidence.signin.PageAnswer;
import org.meritstream.evidence.signin.Visitor;
import org.meritstream.evidence.signin.Visits;
import org.meritstream.log.http.CommandState;
import org.meritstream.log.http.Problem;
import org.meritstream.log.http.ProblemException;
import org.meritstream.pages.Reader;

/** The review desk in a browser: the queue, one review, and everything that is done with it, by links and forms alone. */
@Path("/teach")
@Produces(MediaType.TEXT_HTML)
@Authenticated
public class TeachResource {
    private static final String HELD = "wait=8";
    private static final String REGISTRAR = "registrar";
    private static final String SAVED = "saved";

    private final Visits visits;
    private final Reviewers reviewers;
    private final ReviewEdge edge;
    private final ReviewPages pages;

    TeachResource(Visits visits, Reviewers reviewers, ReviewEdge edge, ReviewPages pages) {
        this.visits = visits;
        this.reviewers = reviewers;
        this.edge = edge;
        this.pages = pages;
    }

    @CheckedTemplate(basePath = "teach", defaultName = CheckedTemplate.ELEMENT_NAME)
    static class Templates {
        private Templates() {}

        static native TemplateInstance queue(QueuePage page);

        static native TemplateInstance review(ReviewPage page);
    }

    /** What a page answers somebody who reviews. */
    private interface Reviewing {
        Uni<Response> answer(Frame frame, Reviewer reviewer);
    }

    /** The oldest first. */
    @GET
    public Uni<Response> queue(@BeanParam QueueQuery query, @BeanParam Reader reader) {
        return reviewing(
                reader,
                (frame, who) ->
                        queue(query, frame, who, null).chain(page -> visits.answer(reader, Templates.queue(page))));
    }

    @GET
    @Path("reviews/{id}")
    public Uni<Response> review(
            @PathParam("id") UUID id, @QueryParam("said") @Nullable String said, @BeanParam Reader reader) {
        return deciding(
                reader,
                (frame, who) -> pages.page(frame, who, id, new ReviewPages.Said(null, saved(frame, said)))
                        .chain(page -> visits.answer(reader, Templates.review(page)))
                        .onFailure(ProblemException.class)
                        .recoverWithUni(fault -> refused(frame, who, problem(fault))));
    }

    /** Takes a review on, gives it back, keeps what is written, or decides. */
    @POST
    @Path("reviews/{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> act(@PathParam("id") UUID id, @BeanParam ReviewForm form, @BeanParam Reader reader) {
        return deciding(
                reader,
                (frame, who) -> frame.visitor().sent(form.token)
                        ? Uni.createFrom()
                                .deferred(() -> act(id, form, who))
                                .onFailure(ProblemException.class)
                                .recoverWithUni(fault -> again(id, frame, who, problem(fault)))
                        : MessagePage.foreign(reader).answer());
    }

    private Uni<Response> act(UUID id, ReviewForm form, Reviewer who) {
        String here = ReviewPage.address(id);
        return switch (form.action()) {
            case CLAIM -> edge.claim(who, id).map(until -> PageAnswer.seeOther(here));
            case RELEASE -> edge.release(who, id).map(done -> PageAnswer.seeOther("/teach"));
            case SAVE ->
                edge.save(who, id, form.sent().draft()).map(until -> PageAnswer.seeOther(here + "?said=" + SAVED));
            case SEND ->
                edge.save(who, id, form.sent().draft())
                        .chain(() -> edge.decide(who, id, form.decision(), HELD))
                        .map(TeachResource::decided);
        };
    }

    private static Response decided(Response accepted) {
        CommandState state = (CommandState) accepted.getEntity();
        Problem problem = state.problem();
        if (problem != null) {
            throw new ProblemException(problem);
        }
        return PageAnswer.seeOther("/teach?said=" + (state.state().equals("done") ? "decided" : "sent"));
    }

    /** The review once more, with why nothing came of it and everything that was written. */
    private Uni<Response> again(UUID id, Frame frame, Reviewer who, Problem problem) {
        return pages.page(frame, who, id, new ReviewPages.Said(said(frame, problem), null))
                .chain(page -> PageAnswer.of(problem.status(), Templates.review(page)))
                .onFailure(ProblemException.class)
                .recoverWithUni(fault -> refused(frame, who, problem(fault)));
    }

    /** The queue, with why the review is not shown. */
    private Uni<Response> refused(Frame frame, Reviewer who, Problem problem) {
        return queue(new QueueQuery(), frame, who, said(frame, problem))
                .chain(page -> PageAnswer.of(problem.status(), Templates.queue(page)));
    }

    private Uni<QueuePage> queue(QueueQuery query, Frame frame, Reviewer who, @Nullable String problem) {
        return Uni.combine()
                .all()
                .unis(
                        mayReview(frame.visitor()) ? edge.queue(who, query.mine()) : nothing(),
                        mayReview(frame.visitor()) ? edge.queue(who, query.all()) : nothing(),
                        edge.turnAround(who.tenant()))
                .asTuple()
                .map(found -> QueuePage.of(
                        frame,
                        query,
                        new QueuePage.Found(found.getItem1(), found.getItem2(), found.getItem3()),
                        problem));
    }

    private static Uni<List<ReviewSearch.Found>> nothing() {
        return Uni.createFrom().item(List.of());
    }

    private Uni<Response> deciding(Reader reader, Reviewing answer) {
        return reviewing(
                reader,
                (frame, who) -> mayReview(frame.visitor())
                        ? answer.answer(frame, who)
                        : MessagePage.forbidden(reader).answer());
    }

    /** For those who review, and those who see to it that it is done. */
    private Uni<Response> reviewing(Reader reader, Reviewing answer) {
        return visits.during(
                reader,
                visitor -> mayReview(visitor) || visitor.roles().contains(REGISTRAR)
                        ? answer.answer(
                                Frame.of(reader, visitor),
                                reviewers.of(visitor.tenant(), visitor.subject(), visitor.learner(), visitor.roles()))
                        : MessagePage.forbidden(reader).answer());
    }

    static boolean mayReview(Visitor visitor) {
        return visitor.roles().contains("reviewer") || visitor.roles().contains("moderator");
    }

    private static Problem problem(Throwable fault) {
        return ((ProblemException) fault).problem();
    }

    private static @Nullable String saved(Frame frame, @Nullable String said) {
        return SAVED.equals(said) ? frame.say("teach.said.saved") : null;
    }

    private static String said(Frame frame, Problem problem) {
        return Refusals.say(frame, problem.type());
    }
}

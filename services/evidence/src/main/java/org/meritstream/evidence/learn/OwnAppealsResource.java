package org.meritstream.evidence.learn;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.meritstream.events.LodgeAppeal;
import org.meritstream.evidence.appeals.AppealEdge;
import org.meritstream.evidence.learn.ProgressPages.Visit;
import org.meritstream.evidence.notes.Asked;
import org.meritstream.evidence.signin.MessagePage;
import org.meritstream.evidence.signin.PageAnswer;
import org.meritstream.evidence.signin.Visits;
import org.meritstream.log.http.CommandState;
import org.meritstream.log.http.ProblemException;
import org.meritstream.pages.Reader;

/** Takes a learner's appeal from the page. */
@Path("/learn/achievements/{achievement}/appeals")
@Produces(MediaType.TEXT_HTML)
@Authenticated
public class OwnAppealsResource {
    private static final String HELD = "wait=8";
    private static final int BAD_REQUEST = 400;

    private final Visits visits;
    private final AppealEdge appeals;
    private final ProgressPages pages;

    OwnAppealsResource(Visits visits, AppealEdge appeals, ProgressPages pages) {
        this.visits = visits;
        this.appeals = appeals;
        this.pages = pages;
    }

    /** Appends it. What keeps it from being appended is said where the reason was typed, with what was typed. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> lodge(
            @PathParam("achievement") String achievement, @BeanParam AppealForm form, @BeanParam Reader reader) {
        return visits.learning(reader, (visitor, learner) -> {
            if (!visitor.sent(form.token)) {
                return MessagePage.foreign(reader).answer();
            }
            LodgeAppeal appeal = form.command(visitor.tenant(), learner, achievement);
            if (appeal == null) {
                return MessagePage.unknown(reader).answer();
            }
            Visit visit = new Visit(reader, visitor, learner, achievement);
            return form.isReasoned()
                    ? lodged(appeal, form, visit)
                    : pages.refused(visit, form.refused("reason"), BAD_REQUEST);
        });
    }

    private Uni<Response> lodged(LodgeAppeal appeal, AppealForm form, Visit visit) {
        return appeals.lodge(new Asked<>(appeal, form.text()), visit.visitor().subject(), HELD)
                .map(answer -> Notice.of((CommandState) answer.getEntity()))
                .map(notice -> PageAnswer.seeOther(ProgressPage.address(visit.achievement()) + notice.query()))
                .onFailure(ProblemException.class)
                .recoverWithUni(fault -> pages.refused(
                        visit, form.refused("unavailable"), fault.problem().status()));
    }
}

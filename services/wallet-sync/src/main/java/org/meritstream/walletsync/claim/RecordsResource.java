package org.meritstream.walletsync.claim;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.Visibility;
import org.meritstream.walletsync.document.Documents;
import org.meritstream.walletsync.document.SignedDocument;
import org.meritstream.walletsync.offer.Held;
import org.meritstream.walletsync.offer.OfferQuery;

/**
 * The records of what a learner holds, in the browser that collected one of their credentials: asked for, taken as a file, shared and no longer
 * shared. Of somebody else's record it is said what is said of one that is not there.
 */
@Path("/claim/credentials/{credential}/records")
public class RecordsResource {
    private final VisitEdge visits;
    private final RecordEdge edge;
    private final Documents documents;

    public RecordsResource(VisitEdge visits, RecordEdge edge, Documents documents) {
        this.visits = visits;
        this.edge = edge;
        this.documents = documents;
    }

    /** Those there are, those that were asked for, and the forms that ask for one. */
    @GET
    public Uni<Response> show(
            @PathParam("credential") String credential,
            @CookieParam(CredentialPath.COOKIE) @Nullable String session,
            @QueryParam("notice") @Nullable String notice) {
        return visits.during(
                credential,
                session,
                (visit, held, copy) -> Html.page(ClaimPages.records(RecordsPage.of(
                        new RecordsPage.Seen(visit, held, copy),
                        UUID.randomUUID(),
                        Instant.now(),
                        Notice.named(notice)))));
    }

    /** Asks for one. The same form sent twice asks once. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> ask(
            @PathParam("credential") String credential,
            @BeanParam Sent sent,
            @FormParam("request") @Nullable String request,
            @FormParam("of") @Nullable String of) {
        UUID drawn = OfferQuery.uuidIn(request);
        return changing(
                credential,
                sent,
                (visit, held, copy) -> drawn == null
                        ? Html.message(MessagePage.foreign())
                        : edge.ask(visit, drawn, "stack".equals(of)).map(notice -> back(visit, notice)));
    }

    /** The signed JSON as a file. */
    @GET
    @Path("{record}/download")
    public Uni<Response> download(
            @PathParam("credential") String credential,
            @PathParam("record") String record,
            @CookieParam(CredentialPath.COOKIE) @Nullable String session) {
        return visits.during(credential, session, (visit, held, copy) -> {
            UUID known = known(held, record);
            return known == null
                    ? Html.message(MessagePage.noRecord())
                    : documents.of(visit.session().tenant(), known).chain(document -> file(visit, known, document));
        });
    }

    /** Shares it or stops sharing it. */
    @POST
    @Path("{record}/sharing")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> share(
            @PathParam("credential") String credential,
            @PathParam("record") String record,
            @BeanParam Sent sent,
            @FormParam("visibility") @Nullable String visibility) {
        Visibility asked = "PUBLIC".equals(visibility) ? Visibility.PUBLIC : Visibility.PRIVATE;
        return changing(credential, sent, (visit, held, copy) -> {
            UUID known = known(held, record);
            return known == null
                    ? Html.message(MessagePage.noRecord())
                    : edge.share(visit, known, asked).map(notice -> back(visit, notice));
        });
    }

    private Uni<Response> changing(String credential, Sent sent, VisitEdge.During change) {
        if (Forms.fromElsewhere(sent.fetchSite)) {
            return Html.message(MessagePage.foreign());
        }
        return visits.during(
                credential,
                sent.session,
                (visit, held, copy) -> Forms.carries(visit.secret(), sent.form)
                        ? change.answer(visit, held, copy)
                        : Html.message(MessagePage.foreign()));
    }

    private static @Nullable UUID known(Held held, String record) {
        UUID id = OfferQuery.uuidIn(record);
        return id != null && held.wallet().records().knows(id) ? id : null;
    }

    private static Response back(Visit visit, Notice notice) {
        return Html.seeOther(CredentialPath.records(visit.session().credential()) + notice.query())
                .build();
    }

    private static Uni<Response> file(Visit visit, UUID record, @Nullable SignedDocument document) {
        SignedDocument.Copy copy = document == null ? null : document.copy();
        return copy == null
                ? Html.preparing(
                        PreparingPage.of(CredentialPath.records(visit.session().credential()), false))
                : Uni.createFrom().item(SignedFile.of(copy, "record-" + record + ".json"));
    }
}

package org.meritstream.walletsync.claim;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.ChangeVisibility;
import org.meritstream.events.Channel;
import org.meritstream.events.Visibility;
import org.meritstream.log.http.CommandEdge;
import org.meritstream.log.http.CommandState;

/** A collected credential, in the browser that collected it: looked at, taken as a file, shared and no longer shared. */
@Path("/claim/credentials/{credential}")
public class CredentialResource {
    private final VisitEdge visits;
    private final CollectEdge collecting;
    private final CommandEdge commands;

    public CredentialResource(VisitEdge visits, CollectEdge collecting, CommandEdge commands) {
        this.visits = visits;
        this.collecting = collecting;
        this.commands = commands;
    }

    /** The credential's page. */
    @GET
    public Uni<Response> show(
            @PathParam("credential") String credential,
            @CookieParam(CredentialPath.COOKIE) @Nullable String session,
            @QueryParam("notice") @Nullable String notice) {
        return visits.during(
                credential,
                session,
                (visit, held, copy) ->
                        Html.page(ClaimPages.held(HeldPage.of(held, copy, visit, Notice.named(notice)))));
    }

    /** The signed JSON as a file. Recorded as a delivery before it goes out. */
    @GET
    @Path("download")
    public Uni<Response> download(
            @PathParam("credential") String credential, @CookieParam(CredentialPath.COOKIE) @Nullable String session) {
        return visits.during(
                credential,
                session,
                (visit, held, copy) -> collecting
                        .delivered(visit, Channel.DOWNLOAD)
                        .replaceWith(() ->
                                SignedFile.of(copy, "credential-" + held.offer().credential() + ".json")));
    }

    /** Shares it or stops sharing it. */
    @POST
    @Path("sharing")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> share(
            @PathParam("credential") String credential,
            @CookieParam(CredentialPath.COOKIE) @Nullable String session,
            @HeaderParam("Sec-Fetch-Site") @Nullable String fetchSite,
            @FormParam("form") @Nullable String formToken,
            @FormParam("visibility") @Nullable String visibility) {
        if (Forms.fromElsewhere(fetchSite)) {
            return Html.message(MessagePage.foreign());
        }
        return visits.during(
                credential,
                session,
                (visit, held, copy) -> Forms.carries(visit.secret(), formToken)
                        ? changed(visit, "PUBLIC".equals(visibility) ? Visibility.PUBLIC : Visibility.PRIVATE)
                        : Html.message(MessagePage.foreign()));
    }

    private Uni<Response> changed(Visit visit, Visibility visibility) {
        Session of = visit.session();
        ChangeVisibility command = new ChangeVisibility(of.tenant(), of.learner(), of.credential(), visibility);
        return commands.request(command, "wait=2")
                .map(answer -> Notice.of((CommandState) answer.getEntity()))
                .map(notice -> Html.seeOther(CredentialPath.of(of.credential()) + notice.query())
                        .build());
    }
}

package org.meritstream.issuance.issuer;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.Event;
import org.meritstream.events.EventHeader;
import org.meritstream.events.OpenIssuer;
import org.meritstream.events.Securing;
import org.meritstream.events.StatusProfile;
import org.meritstream.issuance.credential.Announcement;
import org.meritstream.issuance.keys.KeysUnavailable;
import org.meritstream.issuance.keys.SigningKeys;
import org.meritstream.issuance.status.StatusLists;
import org.meritstream.log.Contended;
import org.meritstream.log.Emission;
import org.meritstream.log.EventIds;
import org.meritstream.log.LogConfig;
import org.meritstream.log.http.Appender;
import org.meritstream.log.http.Caller;
import org.meritstream.log.http.Problem;
import org.meritstream.log.http.ProblemException;
import org.meritstream.log.postgres.Database;
import org.meritstream.log.postgres.Write;

/** A tenant's issuer: made once with its key, its first status list and its feed; its name, addresses and colour may change later. */
@Path("/api/issuers/{tenant}")
@Blocking
public class IssuersResource {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?");

    private final Issuers issuers;
    private final SigningKeys keys;
    private final StatusLists lists;
    private final FeedTopics feeds;
    private final Edge edge;

    IssuersResource(Issuers issuers, SigningKeys keys, StatusLists lists, FeedTopics feeds, Edge edge) {
        this.issuers = issuers;
        this.keys = keys;
        this.lists = lists;
        this.feeds = feeds;
        this.edge = edge;
    }

    /** What the edge needs of the log and of its caller. */
    @jakarta.enterprise.context.Dependent
    static class Edge {
        private final Caller caller;
        private final Database database;
        private final Appender appender;
        private final LogConfig config;

        Edge(Caller caller, Database database, Appender appender, LogConfig config) {
            this.caller = caller;
            this.database = database;
            this.appender = appender;
            this.config = config;
        }
    }

    /** An issuer as its staff see it. */
    public record View(
            String tenant,
            String did,
            String address,
            String name,
            String url,
            @Nullable String email,
            @Nullable String description,
            @Nullable String colour,
            String verificationMethod,
            List<Securing> securings,
            StatusProfile statusProfile,
            List<String> deviations,
            String feed) {

        static View of(SigningIssuer signing) {
            Issuer issuer = signing.issuer();
            return new View(
                    issuer.tenant(),
                    issuer.did(),
                    issuer.address(),
                    issuer.name(),
                    issuer.url(),
                    issuer.email(),
                    issuer.description(),
                    issuer.colour(),
                    issuer.verificationMethod(signing.key().multikey()),
                    signing.securings(),
                    signing.profile(),
                    Deviations.of(signing.profile()),
                    org.meritstream.events.Topics.feed(issuer.tenant()));
        }
    }

    /** The tenant's issuer. */
    @GET
    @RolesAllowed({"admin", "designer", "registrar", "auditor"})
    @Produces(MediaType.APPLICATION_JSON)
    public View issuer(@PathParam("tenant") String tenant) {
        own(tenant);
        SigningIssuer found = find(tenant);
        if (found == null) {
            throw new ProblemException(
                    Problem.of("unknown-issuer", "There is no issuer yet", 404, "Create it with PUT at this address."));
        }
        return View.of(found);
    }

    /** Creates the issuer (201) or changes what may change of it (200); either way, awards that waited for it are taken up. */
    @PUT
    @RolesAllowed("admin")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response put(@PathParam("tenant") String tenant, @Nullable IssuerRequest body) {
        own(tenant);
        checkedName(tenant);
        IssuerRequest request = checked(body);
        Instant now = Instant.now();
        createFeed(tenant);
        boolean created =
                find(tenant) == null && founded(request.issuer(tenant, edge.config.publicUrl()), request.chosen(), now);
        if (!created) {
            unchanged(find(tenant), request.chosen());
            edge.database.inTransaction(List.of(Issuers.change(request.issuer(tenant, ""), now)));
        }
        opened(tenant, now);
        SigningIssuer issuer = find(tenant);
        if (issuer == null) {
            throw new IllegalStateException("It was just created");
        }
        return Response.status(created ? 201 : 200).entity(View.of(issuer)).build();
    }

    private void createFeed(String tenant) {
        try {
            feeds.create(tenant);
        } catch (FeedTopics.Unavailable away) {
            throw new ProblemException(Problem.of(
                    "log-unavailable", "The log does not answer", 503, "Nothing was changed. Try again in a minute."));
        }
    }

    /** A choice takes keys and a moment, so it is a command. */
    private static void unchanged(@Nullable SigningIssuer issuer, @Nullable List<Securing> chosen) {
        if (issuer != null && chosen != null && !Set.copyOf(chosen).equals(Set.copyOf(issuer.securings()))) {
            throw new ProblemException(Problem.of(
                    "securings-by-command",
                    "The issuer secures its credentials otherwise",
                    409,
                    "Nothing was changed. Post the securings to /api/issuers/{tenant}/securings."));
        }
    }

    private boolean founded(Issuer issuer, @Nullable List<Securing> chosen, Instant now) {
        try {
            return create(issuer, chosen, now);
        } catch (KeysUnavailable away) {
            throw new ProblemException(Problem.of(
                    "keys-unavailable",
                    "The keys' token does not answer",
                    503,
                    "Nothing was changed. Try again in a minute."));
        }
    }

    private boolean create(Issuer issuer, @Nullable List<Securing> chosen, Instant now) {
        List<Securing> securings = chosen == null ? List.of(Securing.EDDSA_RDFC_2022) : chosen;
        List<Write> writes = new ArrayList<>(List.of(Issuers.open(issuer, securings, now)));
        SigningKeys.Stored first = keys.generate(issuer.tenant());
        writes.add(IssuerKeys.next(first, now));
        RekeyDecision.kinds(securings).stream()
                .filter(kind -> kind != first.kind())
                .forEach(kind -> writes.add(IssuerKeys.next(keys.generate(issuer.tenant(), kind), now)));
        writes.addAll(lists.open(new SigningIssuer(issuer, keys.open(first)), 1));
        try {
            edge.database.inTransaction(writes);
            return true;
        } catch (Contended byAnother) {
            return false;
        }
    }

    private void opened(String tenant, Instant now) {
        OpenIssuer command = new OpenIssuer(tenant, now);
        String id = EventIds.of("issuance.open-issuer", tenant, now.toString());
        EventHeader header =
                new EventHeader(id, Emission.source(Announcement.SERVICE), Emission.subject(command), now, null);
        edge.appender.append(new Event<>(header, command)).await().atMost(PATIENCE);
    }

    private @Nullable SigningIssuer find(String tenant) {
        return issuers.load(List.of(tenant)).get(tenant);
    }

    private void own(String tenant) {
        if (!edge.caller.tenant().equals(tenant)) {
            throw new ProblemException(Problem.of(
                    "wrong-tenant", "Not your tenant", 403, "The token is of another tenant than the address."));
        }
    }

    private static void checkedName(String tenant) {
        if (!NAME.matcher(tenant).matches()) {
            throw new ProblemException(Problem.of(
                    "invalid-tenant",
                    "This can not name an issuer",
                    400,
                    "1 to 40 lower-case letters, digits and inner hyphens: it is part of addresses and topics."));
        }
    }

    private static IssuerRequest checked(@Nullable IssuerRequest request) {
        List<Problem.Place> wrong = request == null
                ? List.of(new Problem.Place("", "A JSON object with name and url is needed."))
                : request.wrong();
        if (request == null || !wrong.isEmpty()) {
            throw new ProblemException(
                    Problem.of("invalid-issuer", "This does not describe an issuer", 400, "See errors.")
                            .at(wrong));
        }
        return request;
    }
}

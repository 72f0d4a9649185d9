package org.meritstream.issuance.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.RecogniseIssuer;
import org.meritstream.issuance.issuer.OwnTenant;
import org.meritstream.log.http.CommandEdge;
import org.meritstream.log.http.Problem;
import org.meritstream.log.http.ProblemException;

/** Whose credentials a tenant counts where its rules ask for them: told to staff, said by registrars (docs/adr/0040). */
@Path("/api/issuers/{tenant}/recognised")
@Produces(MediaType.APPLICATION_JSON)
public class RecognisedIssuersResource {
    /** The id of an issuer (VC Data Model 2.0, section 4.7): a DID, or a web address; as long as what is read of a credential. */
    private static final Pattern ID = Pattern.compile("(did:[a-z0-9]+:|https://)[^\\s\\p{Cntrl}]{1,900}");

    private final OwnTenant own;
    private final CommandEdge commands;
    private final Recognised recognised;
    private final RecognisedIssuers registrars;

    RecognisedIssuersResource(
            OwnTenant own, CommandEdge commands, Recognised recognised, RecognisedIssuers registrars) {
        this.own = own;
        this.commands = commands;
        this.recognised = recognised;
        this.registrars = registrars;
    }

    /** Who says so. */
    public enum By {
        /** A list in the configuration of the installation. */
        OPERATOR,
        /** A registrar. */
        REGISTRAR
    }

    /**
     * One of them.
     *
     * @param since when a registrar said so; absent where it is the operator's alone
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Entry(
            String issuer, List<By> by, @Nullable Instant since) {}

    /** All of them, by their ids. */
    public record Listing(List<Entry> issuers) {}

    /** Which issuer it is about. */
    public record Named(@Nullable String issuer) {}

    /** Whose credentials count. */
    @GET
    @Blocking
    @RolesAllowed({"registrar", "designer", "admin", "auditor"})
    public Listing all(@PathParam("tenant") String tenant) {
        own.require(tenant);
        Map<String, Instant> said = registrars.of(tenant);
        Set<String> listed = recognised.byOperator(tenant);
        Set<String> all = new TreeSet<>(listed);
        all.addAll(said.keySet());
        return new Listing(all.stream()
                .map(issuer ->
                        new Entry(issuer, by(listed.contains(issuer), said.containsKey(issuer)), said.get(issuer)))
                .toList());
    }

    /** Asks that this issuer's credentials count from now on. */
    @POST
    @RolesAllowed("registrar")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> recognise(
            @PathParam("tenant") String tenant, @HeaderParam("Prefer") @Nullable String prefer, @Nullable Named named) {
        own.require(tenant);
        return commands.request(new RecogniseIssuer(tenant, issuer(named), true), prefer);
    }

    /** Asks that this issuer's credentials count no more; of what the operator lists a registrar can not say so. */
    @POST
    @Path("withdrawals")
    @RolesAllowed("registrar")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> withdraw(
            @PathParam("tenant") String tenant, @HeaderParam("Prefer") @Nullable String prefer, @Nullable Named named) {
        own.require(tenant);
        String issuer = issuer(named);
        if (recognised.byOperator(tenant).contains(issuer)) {
            throw new ProblemException(Problem.of(
                    "listed-by-operator",
                    "The operator lists it",
                    409,
                    "It is in a list in the configuration of this installation. Ask who operates it."));
        }
        return commands.request(new RecogniseIssuer(tenant, issuer, false), prefer);
    }

    private static List<By> by(boolean operator, boolean registrar) {
        return Arrays.stream(By.values())
                .filter(by -> by == By.OPERATOR ? operator : registrar)
                .toList();
    }

    private static String issuer(@Nullable Named named) {
        String issuer = named == null ? null : named.issuer();
        if (issuer == null || !ID.matcher(issuer).matches()) {
            throw new ProblemException(Problem.of("invalid-request", "The request can not be read", 400, "See errors.")
                    .at(List.of(new Problem.Place(
                            "/issuer",
                            "The id of an issuer is needed, as it stands in its credentials: did:… or https://…"))));
        }
        return issuer;
    }
}

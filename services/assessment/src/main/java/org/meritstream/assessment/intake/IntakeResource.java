package org.meritstream.assessment.intake;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.meritstream.assessment.intake.IntakeEdge.Taken;
import org.meritstream.assessment.reading.Fields;
import org.meritstream.assessment.source.Source;
import org.meritstream.log.EventIds;
import org.meritstream.log.http.Problem;

/**
 * Where senders deliver. Moodle takes exactly 200 for success and isolates a bad statement only on 400; Canvas takes any 2xx; both try
 * again on 503. The sender authenticates itself by what it sends, not by a token of staff.
 */
@Path("/intake/{tenant}/{source}")
@PermitAll
public class IntakeResource {
    private static final String DELIVERY = "Meritstream-Delivery";
    private static final String SECONDS_TO_WAIT = "5";

    private final IntakeEdge edge;
    private final IntakeCounters counters;

    public IntakeResource(IntakeEdge edge, IntakeCounters counters) {
        this.edge = edge;
        this.counters = counters;
    }

    /** The address that a source is listed with: one live event of Canvas as a compact JWT, statements of a Moodle. */
    @POST
    @Consumes(MediaType.WILDCARD)
    public Uni<Response> deliver(
            @PathParam("tenant") String tenant,
            @PathParam("source") String source,
            @Context HttpServerRequest request,
            byte @Nullable [] body) {
        Envelope envelope = Envelope.of(tenant, source, request);
        return edge.source(envelope)
                .flatMap(found -> delivered(envelope, found, bytes(body)))
                .onFailure(Refused.class)
                .recoverWithItem(fault -> refused(fault, "JWS").build());
    }

    /** xAPI: a statement or an array of statements, taken or refused as a whole. Moodle's plugin appends the name itself. */
    @POST
    @Path("/statements")
    @Consumes(MediaType.WILDCARD)
    public Uni<Response> statements(
            @PathParam("tenant") String tenant,
            @PathParam("source") String source,
            @Context HttpServerRequest request,
            byte @Nullable [] body) {
        Envelope envelope = Envelope.of(tenant, source, request);
        return statements(edge.moodleSource(envelope).flatMap(found -> edge.moodle(envelope, found, bytes(body))));
    }

    private Uni<Response> delivered(Envelope envelope, Source source, byte[] body) {
        return switch (source.kind()) {
            case CANVAS_LIVE ->
                edge.canvas(envelope, source, body).map(taken -> accepted(taken).build());
            case MOODLE_XAPI -> statements(edge.moodle(envelope, source, body));
        };
    }

    private Uni<Response> statements(Uni<Taken> delivery) {
        return delivery.map(taken ->
                        accepted(taken).type(MediaType.APPLICATION_JSON_TYPE).entity(ids(taken)))
                .onFailure(Refused.class)
                .recoverWithItem(fault -> refused(fault, "Basic realm=\"intake\", charset=\"UTF-8\""))
                .map(response ->
                        response.header(XapiVersion.HEADER, XapiVersion.OURS).build());
    }

    private static byte[] bytes(byte @Nullable [] body) {
        return body == null ? new byte[0] : body;
    }

    /** xAPI 1.0.3, part three, section 2.8: which versions are understood. Needs no authentication. */
    @GET
    @Path("/about")
    public Uni<Response> about(
            @PathParam("tenant") String tenant,
            @PathParam("source") String source,
            @Context HttpServerRequest request) {
        return edge.moodleSource(Envelope.of(tenant, source, request))
                .map(found -> Response.ok(Map.of("version", List.of(XapiVersion.OURS)))
                        .type(MediaType.APPLICATION_JSON_TYPE))
                .onFailure(Refused.class)
                .recoverWithItem(fault -> refused(fault, "Basic"))
                .map(response ->
                        response.header(XapiVersion.HEADER, XapiVersion.OURS).build());
    }

    private Response.ResponseBuilder accepted(Taken taken) {
        counters.accepted(taken.kind());
        return Response.ok().header(DELIVERY, taken.delivery());
    }

    private Response.ResponseBuilder refused(Refused refused, String challenge) {
        Refusal refusal = refused.refusal();
        counters.refused(refusal);
        Response.ResponseBuilder response =
                Response.status(refusal.status()).type(Problem.MEDIA_TYPE).entity(refusal.problem(refused.detail()));
        return switch (refusal) {
            case FORGED -> response.header(HttpHeaders.WWW_AUTHENTICATE, challenge);
            case UNAVAILABLE -> response.header(HttpHeaders.RETRY_AFTER, SECONDS_TO_WAIT);
            case UNKNOWN_SOURCE, TOO_LARGE, WRONG_TYPE, MALFORMED, NO_VERSION -> response;
        };
    }

    /** In the order of the statements: the sender's ids, else ids made of the delivery and the place in it. */
    private static List<String> ids(Taken taken) {
        JsonNode tree = taken.said().tree();
        List<JsonNode> statements = tree.isArray()
                ? IntStream.range(0, tree.size()).mapToObj(tree::get).toList()
                : List.of(tree);
        return IntStream.range(0, statements.size())
                .mapToObj(place -> id(statements.get(place), taken.delivery(), place))
                .toList();
    }

    private static String id(JsonNode statement, UUID delivery, int place) {
        String id = Fields.text(statement, "id");
        return id == null ? EventIds.of("statement", delivery.toString(), Integer.toString(place)) : id;
    }
}

package org.meritstream.log.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Every failure of a request as a problem document; an unexpected one says nothing of its cause, which is told to the log by its kind. */
class Problems {
    private static final Logger LOG = Logger.getLogger(Problems.class);

    @ServerExceptionMapper
    Response problem(ProblemException refused) {
        return response(refused.problem());
    }

    @ServerExceptionMapper
    Response json(JsonProcessingException malformed) {
        return response(
                Problem.of("malformed-json", "The body is not the JSON asked for", 400, "See the API description."));
    }

    @ServerExceptionMapper
    Response http(WebApplicationException refused) {
        Response answer = refused.getResponse();
        if (answer.getStatus() < 400 || answer.hasEntity()) {
            return answer;
        }
        String reason = answer.getStatusInfo().getReasonPhrase();
        Problem problem = new Problem("about:blank", reason, answer.getStatus(), null, null);
        Response.ResponseBuilder builder = Response.fromResponse(response(problem));
        Object challenge = answer.getHeaders().getFirst(HttpHeaders.WWW_AUTHENTICATE);
        Object allow = answer.getHeaders().getFirst(HttpHeaders.ALLOW);
        return builder.header(HttpHeaders.WWW_AUTHENTICATE, challenge)
                .header(HttpHeaders.ALLOW, allow)
                .build();
    }

    @ServerExceptionMapper
    Response unexpected(Exception fault) {
        LOG.errorf("http.failed fault=%s at=%s", fault.getClass().getName(), place(fault));
        return response(Problem.of("unexpected", "Something failed here", 500, "It is in the service's log."));
    }

    /** A problem document as an answer. */
    static Response response(Problem problem) {
        return Response.status(problem.status())
                .type(MediaType.valueOf(Problem.MEDIA_TYPE))
                .entity(problem)
                .build();
    }

    private static String place(Exception fault) {
        StackTraceElement[] trace = fault.getStackTrace();
        return trace.length == 0 ? "unknown" : trace[0].toString();
    }
}

package org.meritstream.walletsync.claim;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** Answers with a page that no cache keeps: it is one person's. */
final class Html {
    private static final String TYPE = "text/html;charset=UTF-8";
    private static final int OK = 200;
    private static final int SEE_OTHER = 303;

    private Html() {}

    static Uni<Response> page(TemplateInstance page) {
        return page(OK, page);
    }

    static Uni<Response> message(MessagePage message) {
        return page(message.status(), ClaimPages.message(message));
    }

    static Uni<Response> preparing(PreparingPage page) {
        return page(ClaimPages.preparing(page))
                .map(response -> page.following() ? refreshing(response, page) : response);
    }

    /** To another page of this service, by path: the host is the one that the browser knows. */
    static Response.ResponseBuilder seeOther(String path) {
        return Response.status(SEE_OTHER)
                .header(HttpHeaders.LOCATION, path)
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    private static Uni<Response> page(int status, TemplateInstance page) {
        return page.createUni()
                .map(html -> Response.status(status)
                        .type(TYPE)
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .header("X-Robots-Tag", "noindex")
                        .entity(html)
                        .build());
    }

    private static Response refreshing(Response response, PreparingPage page) {
        return Response.fromResponse(response).header("Refresh", page.seconds()).build();
    }
}

package org.meritstream.evidence.signin;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** Answers with a page that no cache keeps: it is one person's. */
public final class PageAnswer {
    private static final String TYPE = "text/html;charset=UTF-8";

    private PageAnswer() {}

    public static Uni<Response> of(TemplateInstance page) {
        return of(Response.Status.OK.getStatusCode(), page);
    }

    public static Uni<Response> of(int status, TemplateInstance page) {
        return page.createUni()
                .map(html -> Response.status(status)
                        .type(TYPE)
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE + ", " + HttpHeaders.COOKIE)
                        .header("X-Robots-Tag", "noindex")
                        .entity(html)
                        .build());
    }

    /** To another page, by path: the host is the one that the browser knows. */
    public static Response seeOther(String path) {
        return Response.status(Response.Status.SEE_OTHER)
                .header(HttpHeaders.LOCATION, URI.create(path))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}

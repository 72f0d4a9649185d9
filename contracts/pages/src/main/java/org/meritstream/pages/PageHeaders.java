package org.meritstream.pages;

import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Headers of every HTML answer: no script, no foreign content, no framing, no address of ours told to other sites (a claim link is a
 * secret in an address). A resource that needs another policy sets the header itself; it is left alone then.
 */
public final class PageHeaders {
    private static final String POLICY = "Content-Security-Policy";
    private static final String RULES = "default-src 'none'; style-src " + Stylesheet.hashSource()
            + "; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    @ServerResponseFilter
    void addTo(ContainerResponseContext response) {
        MediaType type = response.getMediaType();
        if (type == null || !MediaType.TEXT_HTML_TYPE.isCompatible(type)) {
            return;
        }
        MultivaluedMap<String, Object> headers = response.getHeaders();
        if (!headers.containsKey(POLICY)) {
            headers.putSingle(POLICY, RULES);
        }
        headers.putSingle("X-Content-Type-Options", "nosniff");
        headers.putSingle("Referrer-Policy", "no-referrer");
    }
}

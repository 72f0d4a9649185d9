package org.meritstream.evidence.artifacts;

import jakarta.ws.rs.HeaderParam;
import org.jspecify.annotations.Nullable;

/** What of some bytes a request asks for (RFC 9110 sections 13 and 14). A {@code @BeanParam}. */
public class ContentQuery {
    @HeaderParam("Range")
    @Nullable
    String range;

    @HeaderParam("If-Range")
    @Nullable
    String ifRange;

    @HeaderParam("If-None-Match")
    @Nullable
    String ifNoneMatch;

    public ContentQuery() {
        // Fields are filled in from the request.
    }
}

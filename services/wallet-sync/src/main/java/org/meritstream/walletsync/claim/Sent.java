package org.meritstream.walletsync.claim;

import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HeaderParam;
import org.jspecify.annotations.Nullable;

/** What tells whether a form was sent from a page of ours, in a session that lasts. */
public class Sent {
    /** The session. */
    @CookieParam(CredentialPath.COOKIE)
    @Nullable
    String session;

    /** Who the browser says sent it. */
    @HeaderParam("Sec-Fetch-Site")
    @Nullable
    String fetchSite;

    /** What only a page of this session knows. */
    @FormParam("form")
    @Nullable
    String form;
}

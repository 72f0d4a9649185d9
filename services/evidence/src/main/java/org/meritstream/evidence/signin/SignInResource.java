package org.meritstream.evidence.signin;

import io.quarkus.oidc.OidcConfigurationMetadata;
import io.quarkus.oidc.OidcSession;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.meritstream.log.LogConfig;
import org.meritstream.pages.Reader;

/** Where a sign-in ends, and signing out. */
@Path("/learn")
@Produces(MediaType.TEXT_HTML)
public class SignInResource {
    /** The link that signs out. */
    public static final String SIGN_OUT = "/learn/sign-out";

    private static final String SIGNED_OUT = "/learn/signed-out";

    private final SignInConfig config;
    private final LogConfig log;
    private final OidcSession session;
    private final Instance<OidcConfigurationMetadata> provider;

    SignInResource(
            SignInConfig config, LogConfig log, OidcSession session, Instance<OidcConfigurationMetadata> provider) {
        this.config = config;
        this.log = log;
        this.session = session;
        this.provider = provider;
    }

    /** The provider sends people here; the framework takes up the code and sends them on to where they were. Others see their page. */
    @GET
    @Path("signed-in")
    @Authenticated
    public Response signedIn() {
        return PageAnswer.seeOther("/learn");
    }

    /** The provider did not let the person in. */
    @GET
    @Path("not-signed-in")
    @PermitAll
    public Uni<Response> refused(@BeanParam Reader reader) {
        return MessagePage.refused(reader).answer();
    }

    /**
     * Ends the session here and, where the provider can (OpenID Connect RP-Initiated Logout 1.0), there too: else the next person at this
     * machine would be signed in by one press. A link of another site does nothing.
     */
    @GET
    @Path("sign-out")
    @Authenticated
    public Uni<Response> signOut(@HeaderParam("Sec-Fetch-Site") @Nullable String fetchSite) {
        if ("cross-site".equals(fetchSite)) {
            return Uni.createFrom().item(PageAnswer.seeOther("/learn"));
        }
        String there = provider.get().getEndSessionUri();
        String next = there == null
                ? SIGNED_OUT
                : there + (there.contains("?") ? "&" : "?") + "client_id=" + encoded(config.clientId())
                        + "&post_logout_redirect_uri=" + encoded(log.publicUrl() + SIGNED_OUT);
        return session.logout().replaceWith(() -> PageAnswer.seeOther(next));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @GET
    @Path("signed-out")
    @PermitAll
    public Uni<Response> signedOut(@BeanParam Reader reader) {
        return MessagePage.signedOut(reader).answer();
    }
}

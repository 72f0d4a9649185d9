package org.meritstream.evidence.signin;

import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.meritstream.pages.Reader;

/** Answers whoever is not signed in: on a page by the way to the identity provider or by words, on an API as it always was. */
class SignInChallenge {
    private static final Logger LOG = Logger.getLogger(SignInChallenge.class);

    private final SignIn signIn;

    SignInChallenge(SignIn signIn) {
        this.signIn = signIn;
    }

    @ServerExceptionMapper
    Uni<Response> nobody(UnauthorizedException refused, RoutingContext request) {
        if (!SignIn.isPage(request.normalizedPath())) {
            return challenge(request);
        }
        if (!signIn.open()) {
            return MessagePage.closed(reader(request)).answer();
        }
        HttpMethod method = request.request().method();
        // Whatever keeps the provider from being asked, a page says so: a broken connection is no OIDCException.
        // What a form said would be lost on the way to the provider, and the page's policy forbids a form that way: say
        // so instead.
        return method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD)
                ? challenge(request).onFailure().recoverWithUni(fault -> away(fault, request))
                : MessagePage.ended(reader(request)).answer();
    }

    /** An old way back, or one that was tampered with. */
    @ServerExceptionMapper
    Uni<Response> wrongWayBack(AuthenticationCompletionException refused, RoutingContext request) {
        return MessagePage.refused(reader(request)).answer();
    }

    @ServerExceptionMapper
    Uni<Response> noProvider(OIDCException fault, RoutingContext request) {
        return away(fault, request);
    }

    private static Uni<Response> away(Throwable fault, RoutingContext request) {
        LOG.warnf("sign-in.unavailable reason=%s", fault.getClass().getSimpleName());
        return MessagePage.unavailable(reader(request)).answer();
    }

    private static Uni<Response> challenge(RoutingContext request) {
        HttpAuthenticator authenticator = request.get(HttpAuthenticator.class.getName());
        return authenticator.getChallenge(request).map(SignInChallenge::response);
    }

    private static Response response(ChallengeData challenge) {
        Response.ResponseBuilder answer = Response.status(challenge.status);
        challenge.getHeaders().forEach((name, value) -> answer.header(name.toString(), value));
        return answer.build();
    }

    private static Reader reader(RoutingContext request) {
        Cookie chosen = request.request().getCookie(Reader.NAME);
        return Reader.of(
                request.request().getParam(Reader.NAME),
                chosen == null ? null : chosen.getValue(),
                request.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }
}

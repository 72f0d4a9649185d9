package org.meritstream.evidence.signin;

import io.quarkus.oidc.OidcRequestContext;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.TenantConfigResolver;
import io.quarkus.oidc.runtime.OidcTenantConfig.ApplicationType;
import io.quarkus.oidc.runtime.OidcTenantConfig.Authentication.CookieSameSite;
import io.quarkus.oidc.runtime.OidcTenantConfig.Roles.Source;
import io.quarkus.oidc.runtime.OidcTenantConfig.TokenStateManager.Strategy;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.meritstream.log.LogConfig;

/**
 * Says to the framework how people sign in, and where: on the pages, and nowhere else. A session's cookie that comes with a request to an
 * API counts for nothing there, so that no foreign page can act through a browser.
 *
 * <p>The provider is asked only when somebody signs in: a service starts without it, and whoever is signed in stays so while it is away.
 */
@ApplicationScoped
public class SignIn implements TenantConfigResolver {
    /** Where the provider sends people back to; it must be registered there. */
    static final String RETURN = "/learn/signed-in";
    /** Where people are told that the provider did not let them in. */
    static final String REFUSED = "/learn/not-signed-in";

    private static final Pattern PAGES = Pattern.compile("/(learn|teach)(/.*)?");
    private static final String NAME = "pages";

    private final @Nullable OidcTenantConfig pages;
    private final @Nullable SessionKeys keys;
    private final OidcTenantConfig elsewhere =
            OidcTenantConfig.builder().tenantId("elsewhere").disableTenant().build();

    SignIn(SignInConfig config, LogConfig log) {
        keys = config.sessionKeyFile().map(SessionKeys::read).orElse(null);
        pages = config.provider()
                .map(provider -> tenant(provider, config, log.publicUrl()))
                .orElse(null);
    }

    /** Whether people can sign in at all. */
    boolean open() {
        return pages != null;
    }

    /** Whether a path is that of a page which asks who is there. */
    static boolean isPage(@Nullable String path) {
        return path != null && PAGES.matcher(path).matches();
    }

    /** The keys of sessions; there are some wherever people can sign in. */
    SessionKeys keys() {
        if (keys == null) {
            throw new IllegalStateException("meritstream.sign-in.session-key-file is not given");
        }
        return keys;
    }

    @Override
    public Uni<OidcTenantConfig> resolve(RoutingContext request, OidcRequestContext<OidcTenantConfig> blocking) {
        return Uni.createFrom().item(pages != null && isPage(request.normalizedPath()) ? pages : elsewhere);
    }

    private OidcTenantConfig tenant(String provider, SignInConfig config, String publicUrl) {
        boolean https = publicUrl.startsWith("https:");
        var tenant = OidcTenantConfig.builder()
                .tenantId(NAME)
                .authServerUrl(provider)
                .clientId(config.clientId())
                .applicationType(ApplicationType.WEB_APP)
                .roles(Source.idtoken)
                .token()
                .issuer(config.issuer().orElse(provider))
                .lifespanGrace(Math.toIntExact(config.sessionLasts().toSeconds()))
                .end()
                .tokenStateManager()
                .strategy(Strategy.ID_TOKEN)
                .encryptionRequired()
                .encryptionSecret(keys().ofSessions())
                .end()
                .authentication()
                .redirectPath(publicUrl + RETURN)
                .restorePathAfterRedirect()
                .errorPath(publicUrl + REFUSED)
                .scopes(config.scopes())
                .pkceRequired()
                .stateSecret(keys().ofSignIns())
                .nonceRequired()
                .cookieSameSite(CookieSameSite.LAX)
                .cookieForceSecure(https)
                .forceRedirectHttpsScheme(https)
                .end();
        config.clientSecretFile().map(SignIn::secret).ifPresent(tenant::credentials);
        config.tls().ifPresent(tenant::tlsConfigurationName);
        return tenant.build();
    }

    private static String secret(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("meritstream.sign-in.client-secret-file can not be read", e);
        }
    }
}

package org.meritstream.log.http;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Keeps the quickstart's issuer out of production: whoever can reach the quickstart can have a token of any person and role from it,
 * so a service that believes it must not start anywhere else.
 */
@ApplicationScoped
public class IssuerGate {
    /** The {@code iss} of tokens from the quickstart's issuer. */
    public static final String DEVELOPMENT_ISSUER = "urn:meritstream:development-issuer";

    private static final List<String> DEVELOPMENT_PROFILES = List.of("quickstart", "test");

    private final Optional<String> tokens;
    private final Optional<String> pages;

    IssuerGate(
            @ConfigProperty(name = "mp.jwt.verify.issuer") Optional<String> tokens,
            @ConfigProperty(name = "meritstream.sign-in.issuer") Optional<String> pages) {
        this.tokens = tokens;
        this.pages = pages;
    }

    /** Before anything else starts, the loop included. */
    void start(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent starting) {
        check("MP_JWT_VERIFY_ISSUER", tokens, ConfigUtils.getProfiles());
        check("MERITSTREAM_SIGN_IN_ISSUER", pages, ConfigUtils.getProfiles());
    }

    /**
     * Whether a service with these profiles may believe this issuer.
     *
     * @param variable where its operator named it
     * @throws IllegalStateException when it may not; the service then does not start
     */
    static void check(String variable, Optional<String> issuer, List<String> profiles) {
        if (issuer.map(String::strip).filter(DEVELOPMENT_ISSUER::equals).isPresent()
                && profiles.stream().noneMatch(DEVELOPMENT_PROFILES::contains)) {
            throw new IllegalStateException(variable + " is " + DEVELOPMENT_ISSUER
                    + ", the quickstart's own issuer. Name the issuer of your own tokens; QUARKUS_PROFILE is "
                    + profiles);
        }
    }
}

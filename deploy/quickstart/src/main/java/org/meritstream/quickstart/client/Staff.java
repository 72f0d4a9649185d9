package org.meritstream.quickstart.client;

import java.io.IOException;
import java.net.http.HttpClient;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.meritstream.quickstart.data.DataDirectory;
import org.meritstream.quickstart.data.PublicAddress;
import org.meritstream.quickstart.gateway.Authority;
import org.meritstream.quickstart.oidc.DevelopmentIssuer;

/** Opens the product's interfaces for the staff of a tenant, with tokens of the development issuer. */
public final class Staff {
    private static final List<String> ROLES = List.of("admin", "designer", "registrar", "auditor");

    private final DevelopmentIssuer issuer;
    private final HttpClient http;
    private final String base;

    private Staff(DevelopmentIssuer issuer, HttpClient http, String base) {
        this.issuer = issuer;
        this.http = http;
        this.base = base;
    }

    /** For a data directory; with TLS its own authority is trusted, and no other. */
    public static Staff of(DataDirectory data, PublicAddress address) throws IOException {
        HttpClient.Builder http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(5));
        if (address.tls()) {
            try {
                http.sslContext(new Authority(data.tls()).trust());
            } catch (GeneralSecurityException impossible) {
                throw new IOException(impossible);
            }
        }
        return new Staff(DevelopmentIssuer.of(data), http.build(), address.url());
    }

    /** Everything that staff of a tenant may do. */
    public Api of(String tenant) {
        return new Api(http, base, issuer.token(ROLES, tenant, Instant.now()));
    }
}

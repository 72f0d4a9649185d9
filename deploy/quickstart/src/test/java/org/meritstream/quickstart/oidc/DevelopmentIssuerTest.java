package org.meritstream.quickstart.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meritstream.quickstart.data.DataDirectory;

final class DevelopmentIssuerTest {
    @TempDir
    Path directory;

    @Test
    void signsATokenThatItsPublishedKeysVerify() throws Exception {
        DevelopmentIssuer issuer = DevelopmentIssuer.of(new DataDirectory(directory).create());

        SignedJWT token = SignedJWT.parse(issuer.token("registrar", "northgate", Instant.now()));

        assertThat(token.verify(new RSASSAVerifier(
                        JWKSet.parse(issuer.jwks()).getKeys().getFirst().toRSAKey())))
                .isTrue();
        assertThat(token.getJWTClaimsSet().getStringListClaim("groups")).containsExactly("registrar");
        assertThat(token.getJWTClaimsSet().getStringClaim("tenant")).isEqualTo("northgate");
        assertThat(token.getJWTClaimsSet().getIssuer()).isEqualTo("urn:meritstream:development-issuer");
        assertThat(token.getJWTClaimsSet().getAudience()).containsExactly("meritstream");
    }

    @Test
    void keepsItsKeyForItsOwnerOnly() throws Exception {
        DataDirectory data = new DataDirectory(directory).create();

        String first = DevelopmentIssuer.of(data).jwks();

        assertThat(DevelopmentIssuer.of(data).jwks()).isEqualTo(first);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.secret("oidc.jwk.json"))))
                .isEqualTo("rw-------");
    }

    @Test
    void knowsNoOtherRole() throws Exception {
        DevelopmentIssuer issuer = DevelopmentIssuer.of(new DataDirectory(directory).create());

        assertThatThrownBy(() -> issuer.token("king", "northgate", Instant.now()))
                .hasMessageContaining("no role king");
    }
}

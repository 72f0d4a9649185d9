package org.meritstream.quickstart.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuthorityTest {

    @TempDir
    Path directory;

    @Test
    void staysTheSameWhenItIsStartedAgain() throws Exception {
        Instant now = Instant.now();
        new Authority(directory).forLocalhost(now);
        X509Certificate trusted = certificate(Files.readString(directory.resolve("ca.crt")));

        Authority.Certificate later = new Authority(directory).forLocalhost(now);

        assertThat(certificate(Files.readString(directory.resolve("ca.crt")))).isEqualTo(trusted);
        certificate(later.chain()).verify(trusted.getPublicKey());
    }

    private static X509Certificate certificate(String pem) throws Exception {
        return (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.UTF_8)));
    }
}

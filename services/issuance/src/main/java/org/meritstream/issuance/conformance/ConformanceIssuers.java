package org.meritstream.issuance.conformance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import org.meritstream.issuance.fetching.Documents;
import org.meritstream.issuance.proof.DataIntegrity;
import org.meritstream.issuance.proof.Ed25519Provider;
import org.meritstream.issuance.verification.Verifier;
import org.meritstream.log.LogConfig;

/** Puts the VC-API together, with a new issuer for each way of securing. Nothing of it is made until it is asked for. */
@ApplicationScoped
public class ConformanceIssuers {

    @Produces
    @Singleton
    VcApi vcApi(
            DataIntegrity suite, Ed25519Provider ed25519, Verifier verifier, Documents documents, LogConfig config) {
        URI list = URI.create(config.publicUrl() + ConformanceList.PATH);
        return new VcApi(
                fresh(ed25519), suite, verifier, new ConformanceList.Place(list, documents, InstantSource.system()));
    }

    static Map<Securing, ConformanceIssuer> fresh(Ed25519Provider ed25519) {
        SecureRandom random = new SecureRandom();
        Map<Securing, ConformanceIssuer> issuers = new EnumMap<>(Securing.class);
        for (Securing way : Securing.values()) {
            issuers.put(way, ConformanceIssuer.fresh(way.key(), ed25519, random));
        }
        return issuers;
    }
}

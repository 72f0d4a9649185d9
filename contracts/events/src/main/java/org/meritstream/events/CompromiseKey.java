package org.meritstream.events;

import java.time.Instant;

/**
 * Somebody else can sign with a key of the issuer, or may be able to: nothing that it signed is believed any more, another takes its place at once,
 * and what it signed is secured again.
 *
 * @param key its Multikey, or of an RSA key the thumbprint of its JWK
 * @param since since when it is not trusted any more
 */
public record CompromiseKey(String tenant, String key, Instant since) implements IssuanceCommand {
    public CompromiseKey {
        Limits.present("key", key);
    }

    @Override
    public String aggregate() {
        return tenant;
    }
}

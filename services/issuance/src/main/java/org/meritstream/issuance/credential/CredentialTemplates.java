package org.meritstream.issuance.credential;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Locale;
import org.meritstream.issuance.proof.DataIntegrity;
import org.meritstream.issuance.template.Slots;
import org.meritstream.issuance.template.Templates;

/** Canonicalizes credentials by templates, and counts how: a recheck that differs is worth waking somebody. */
@ApplicationScoped
class CredentialTemplates {

    @Produces
    @Singleton
    Templates templates(DataIntegrity suite, MeterRegistry metrics) {
        OfficialSchema schema = new OfficialSchema();
        return new Templates(
                Slots.ofCredentials(),
                suite::canonical,
                schema::violations,
                event -> metrics.counter(
                                "meritstream.credential.canonicalized",
                                "how",
                                event.name().toLowerCase(Locale.ROOT))
                        .increment());
    }
}

package org.meritstream.issuance.credential;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Tells how many templates were withdrawn since the start. The service stays ready, since it signs what they would have served in full; but
 * what the same template came to between two rechecks is worth checking.
 */
@Readiness
@ApplicationScoped
class TemplateHealth implements HealthCheck {
    private final CredentialTemplates templates;

    TemplateHealth(CredentialTemplates templates) {
        this.templates = templates;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("credential templates")
                .up()
                .withData("withdrawn", templates.withdrawn())
                .build();
    }
}

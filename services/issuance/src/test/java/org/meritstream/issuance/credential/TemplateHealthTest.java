package org.meritstream.issuance.credential;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.junit.jupiter.api.Test;
import org.meritstream.issuance.Fixtures;
import org.meritstream.issuance.SignedFixture;
import org.meritstream.issuance.proof.BouncyCastleEd25519;
import org.meritstream.issuance.proof.Canonicalization;
import org.meritstream.issuance.proof.Contexts;
import org.meritstream.issuance.proof.DataIntegrity;
import org.meritstream.issuance.status.StatusEntry;
import org.meritstream.issuance.template.Composition;
import org.meritstream.issuance.template.SlotKind;
import org.meritstream.issuance.template.Templates;
import org.meritstream.issuance.template.Value;

class TemplateHealthTest {
    private final CredentialTemplates made = new CredentialTemplates();
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final Templates templates = made.templates(
            new DataIntegrity(new Canonicalization(Contexts.carried()), new BouncyCastleEd25519()), metrics);

    @Test
    void tellsOfNoneWhileAllAgree() {
        assertThat(withdrawn()).isZero();
    }

    @Test
    void staysReadyAndTellsOfATemplateThatWasWithdrawn() {
        for (int n = 0; n <= Templates.RECHECKED; n++) {
            templates.draft(new Unstable(n)).canonical();
        }

        assertThat(new TemplateHealth(made).call().getStatus()).isEqualTo(HealthCheckResponse.Status.UP);
        assertThat(withdrawn()).isEqualTo(1);
        assertThat(metrics.counter("meritstream.credential.canonicalized", "how", "differed")
                        .count())
                .isEqualTo(1);
    }

    private long withdrawn() {
        Map<String, Object> data = new TemplateHealth(made).call().getData().orElseThrow();
        return (Long) Objects.requireNonNull(data.get("withdrawn"));
    }

    /** The last one's text depends on something that is neither shape nor value. */
    private record Unstable(int number) implements Composition {
        @Override
        public Object shape() {
            return "all";
        }

        @Override
        public List<Value> values() {
            return List.of(new Value(SlotKind.TEXT, "Learner " + number));
        }

        @Override
        public String text(List<String> values) {
            String document = AchievementCredential.document(
                    new UUID(0, 1),
                    Fixtures.NORTHGATE,
                    Fixtures.dataLiteracy().definition(),
                    new AchievementCredential.Award(
                            Fixtures.conferred(),
                            new Holder(values.get(0), null, "f00dfeed"),
                            new StatusEntry("northgate-1", SignedFixture.INDEX)));
            return number < Templates.RECHECKED ? document : document.replace("Data Literacy", "Another");
        }
    }
}

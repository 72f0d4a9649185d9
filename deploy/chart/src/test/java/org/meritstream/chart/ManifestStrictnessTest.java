package org.meritstream.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.HasMetadata;
import org.junit.jupiter.api.Test;

/** The parser that judges the chart is judged first: each file in refused-manifests has one defect, its name says which. */
class ManifestStrictnessTest {
    @Test
    void readsAManifestWithoutDefect() {
        assertThat(read("sound")).isInstanceOf(HasMetadata.class);
    }

    @Test
    void refusesAnUnknownFieldDeepInside() {
        assertThatThrownBy(() -> read("unknown-field"))
                .hasMessageContaining("spec.template.spec.containers[0].imagePull");
    }

    @Test
    void refusesAnUnknownFieldAtTheTop() {
        assertThatThrownBy(() -> read("unknown-field-at-the-top")).hasMessageContaining("specs");
    }

    @Test
    void refusesAContainerPortThatIsAString() {
        assertThatThrownBy(() -> read("string-container-port")).hasMessageContaining("containerPort");
    }

    @Test
    void refusesAnEnvironmentValueThatIsANumber() {
        assertThatThrownBy(() -> read("number-environment-value")).hasMessageContaining("value");
    }

    @Test
    void refusesASwitchThatIsAString() {
        assertThatThrownBy(() -> read("string-switch")).hasMessageContaining("runAsNonRoot");
    }

    @Test
    void refusesAKindItDoesNotKnow() {
        assertThatThrownBy(() -> read("unknown-kind")).hasMessageContaining("apps/v1beta1 StatefulSet");
    }

    @Test
    void refusesAKeyGivenTwice() {
        assertThatThrownBy(() -> read("key-given-twice")).hasMessageContaining("duplicate key replicas");
    }

    private static HasMetadata read(String name) {
        var file = Repository.data("refused-manifests").resolve(name + ".yaml");
        return StrictManifest.read(Yaml.map(Repository.text(file)));
    }
}

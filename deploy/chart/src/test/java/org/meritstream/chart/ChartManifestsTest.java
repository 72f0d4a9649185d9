package org.meritstream.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the chart makes, every manifest read strictly as its Kubernetes type. */
class ChartManifestsTest {
    private static final Manifests EVERYTHING = Manifests.of(Chart.EVERYTHING);
    private static final Manifests REQUIRED = Manifests.of(Chart.REQUIRED);

    @Test
    void makesOneStatefulSetPerServiceAndOneForTheWorld() {
        assertThat(REQUIRED.all(StatefulSet.class))
                .extracting(set -> set.getMetadata().getName())
                .containsExactlyInAnyOrder(
                        "demo-assessment",
                        "demo-evidence",
                        "demo-issuance",
                        "demo-issuance-public",
                        "demo-wallet-sync");
    }

    @Test
    void makesOneOfBothRolesWhenToldTo(@TempDir Path folder) throws IOException {
        var values = Files.writeString(
                folder.resolve("values.yaml"), "services: {issuance: {publicRole: {enabled: false}}}");
        var together = Manifests.of(Chart.REQUIRED, values);

        assertThat(together.all(StatefulSet.class)).hasSize(4);
        assertThat(Manifests.variable(together.container("issuance"), "MERITSTREAM_ROLES")
                        .getValue())
                .isEqualTo("sign,public");
    }

    @Test
    void givesEachRoleOfIssuanceItsOwn() {
        assertThat(Manifests.variable(EVERYTHING.container("issuance"), "MERITSTREAM_ROLES")
                        .getValue())
                .isEqualTo("sign");
        assertThat(Manifests.variable(EVERYTHING.container("issuance-public"), "MERITSTREAM_ROLES")
                        .getValue())
                .isEqualTo("public");
        assertThat(EVERYTHING.container("issuance-public").getImage())
                .isEqualTo(EVERYTHING.container("issuance").getImage());
        assertThat(EVERYTHING
                        .all(StatefulSet.class)
                        .filter(set -> set.getMetadata().getName().startsWith("demo-issuance"))
                        .map(set -> set.getSpec().getReplicas()))
                .containsExactlyInAnyOrder(3, 4);
    }

    @Test
    void namesNoResourceTwice() {
        assertThat(EVERYTHING.resources())
                .extracting(resource ->
                        resource.getKind() + " " + resource.getMetadata().getName())
                .doesNotHaveDuplicates();
    }

    @Test
    void keepsNamesApartAndShortEnoughUnderALongReleaseName() {
        var release = "a-long-name.of-a-release-as-long-as-helm-allows-them";
        var resources = Manifests.read(Yaml.documents(Chart.render(release, Chart.OLDEST_KUBERNETES, Chart.REQUIRED)));

        assertThat(resources.all(StatefulSet.class).map(set -> set.getMetadata().getName()))
                .doesNotHaveDuplicates()
                .allMatch(name -> name.length() <= 52);
        assertThat(resources
                        .all(Service.class)
                        .map(service -> service.getMetadata().getName()))
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z0-9-]{1,63}"));
    }

    @Test
    void givesEachReplicaItsOwnNameAsReplica() {
        assertThat(REQUIRED.containers())
                .allSatisfy(container -> assertThat(Manifests.variable(container, "MERITSTREAM_REPLICA")
                                .getValueFrom()
                                .getFieldRef()
                                .getFieldPath())
                        .isEqualTo("metadata.name"));
    }

    @Test
    void probesTheManagementPort() {
        assertThat(REQUIRED.containers())
                .allSatisfy(container -> assertThat(probes(container))
                        .containsExactly(
                                "management/q/health/started",
                                "management/q/health/live",
                                "management/q/health/ready"));
    }

    @Test
    void saysNothingOfAServiceThatDocsDoNotExplain() {
        var explained = Repository.text("docs/operations/configuration.md");

        assertThat(REQUIRED.containers().flatMap(container -> Manifests.names(container).stream()))
                .allSatisfy(name -> assertThat(explained).contains("`" + name + "`"));
    }

    @Test
    void letsADrainTakeOneReplicaAtATime() {
        assertThat(REQUIRED.all(PodDisruptionBudget.class))
                .hasSize(5)
                .allSatisfy(budget -> assertThat(
                                budget.getSpec().getMaxUnavailable().getIntVal())
                        .isEqualTo(1));
    }

    @Test
    void pointsServicesAtPortsThatContainersOpen() {
        var open = REQUIRED.containers()
                .flatMap(container -> container.getPorts().stream())
                .map(port -> port.getName())
                .collect(Collectors.toSet());

        assertThat(REQUIRED.all(Service.class))
                .hasSize(10)
                .allSatisfy(service -> assertThat(service.getSpec().getPorts())
                        .allSatisfy(port ->
                                assertThat(open).contains(port.getTargetPort().getStrVal())));
    }

    @Test
    void selectsThePodsOfItsOwnService() {
        var pods = REQUIRED.all(StatefulSet.class)
                .map(set -> set.getSpec().getTemplate().getMetadata().getLabels())
                .toList();

        assertThat(REQUIRED.all(Service.class))
                .allSatisfy(service -> assertThat(pods.stream()
                                .filter(labels -> labels.entrySet()
                                        .containsAll(
                                                service.getSpec().getSelector().entrySet())))
                        .hasSize(1));
    }

    @Test
    void createsTopicsOnlyWhenAsked() {
        assertThat(REQUIRED.all(Job.class)).isEmpty();
        assertThat(EVERYTHING.all(Job.class)).hasSize(1);
    }

    private static List<String> probes(Container container) {
        return Stream.of(container.getStartupProbe(), container.getLivenessProbe(), container.getReadinessProbe())
                .map(Probe::getHttpGet)
                .map(get -> get.getPort().getStrVal() + get.getPath())
                .toList();
    }
}

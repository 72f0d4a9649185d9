package org.meritstream.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the chart makes, every manifest read strictly as its Kubernetes type. */
class ChartManifestsTest {
    private static final List<HasMetadata> EVERYTHING = read(Chart.manifests(Chart.EVERYTHING).stream());
    private static final List<HasMetadata> REQUIRED = read(Chart.manifests(Chart.REQUIRED).stream());

    @Test
    void makesOneStatefulSetPerService() {
        assertThat(of(StatefulSet.class, REQUIRED))
                .extracting(set -> set.getMetadata().getName())
                .containsExactlyInAnyOrder("demo-assessment", "demo-evidence", "demo-issuance", "demo-wallet-sync");
    }

    @Test
    void namesNoResourceTwice() {
        assertThat(EVERYTHING)
                .extracting(resource ->
                        resource.getKind() + " " + resource.getMetadata().getName())
                .doesNotHaveDuplicates();
    }

    @Test
    void keepsNamesApartAndShortEnoughUnderALongReleaseName() {
        var release = "a-long-name.of-a-release-as-long-as-helm-allows-them";
        var resources = read(Yaml.documents(Chart.render(release, Chart.OLDEST_KUBERNETES, Chart.REQUIRED)).stream());

        assertThat(of(StatefulSet.class, resources).map(set -> set.getMetadata().getName()))
                .doesNotHaveDuplicates()
                .allMatch(name -> name.length() <= 52);
        assertThat(of(Service.class, resources)
                        .map(service -> service.getMetadata().getName()))
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z0-9-]{1,63}"));
    }

    @Test
    void givesEachReplicaItsOwnNameAsReplica() {
        assertThat(containers(REQUIRED))
                .allSatisfy(container -> assertThat(variable(container, "MERITSTREAM_REPLICA")
                                .getValueFrom()
                                .getFieldRef()
                                .getFieldPath())
                        .isEqualTo("metadata.name"));
    }

    @Test
    void probesTheManagementPort() {
        assertThat(containers(REQUIRED))
                .allSatisfy(container -> assertThat(probes(container))
                        .containsExactly(
                                "management/q/health/started",
                                "management/q/health/live",
                                "management/q/health/ready"));
    }

    @Test
    void limitsTheMemoryOfEveryContainer() {
        assertThat(pods(EVERYTHING).flatMap(pod -> pod.getContainers().stream()))
                .isNotEmpty()
                .allSatisfy(container ->
                        assertThat(container.getResources().getLimits()).containsKey("memory"));
    }

    @Test
    void runsEveryPodUnderTheRestrictedStandard() {
        assertThat(pods(EVERYTHING)).hasSize(5).allSatisfy(pod -> {
            assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
            assertThat(pod.getSecurityContext().getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
            assertThat(pod.getAutomountServiceAccountToken()).isFalse();
            assertThat(pod.getContainers()).allSatisfy(ChartManifestsTest::isRestricted);
        });
    }

    @Test
    void givesNoServiceAccountAToken() {
        assertThat(of(ServiceAccount.class, REQUIRED))
                .hasSize(4)
                .allSatisfy(account ->
                        assertThat(account.getAutomountServiceAccountToken()).isFalse());
    }

    @Test
    void takesPasswordsFromSecretsAlone() {
        assertThat(containers(EVERYTHING)
                        .flatMap(container -> container.getEnv().stream())
                        .filter(variable -> variable.getName().matches(".*(PASSWORD|CONNECTION_STRING|JAAS).*")))
                .hasSize(5)
                .allSatisfy(variable ->
                        assertThat(variable.getValueFrom().getSecretKeyRef()).isNotNull());
    }

    @Test
    void givesKeyEncryptionKeysToAssessmentAndIssuanceAlone() {
        assertThat(containers(REQUIRED)
                        .filter(container -> names(container).contains("MERITSTREAM_KEY_ENCRYPTION_KEY_FILE"))
                        .map(Container::getName))
                .containsExactlyInAnyOrder("assessment", "issuance");
    }

    @Test
    void checksTheCertificateOfPostgresqlWithBothClients() {
        assertThat(containers(REQUIRED).filter(container -> names(container).contains("QUARKUS_DATASOURCE_JDBC_URL")))
                .hasSize(3)
                .allSatisfy(container -> {
                    var ca = "/run/secrets/meritstream/postgresql/ca.crt";
                    assertThat(variable(container, "QUARKUS_DATASOURCE_JDBC_URL")
                                    .getValue())
                            .endsWith("?sslmode=verify-full&sslrootcert=" + ca);
                    assertThat(variable(container, "QUARKUS_DATASOURCE_REACTIVE_TRUST_CERTIFICATE_PEM_CERTS")
                                    .getValue())
                            .isEqualTo(ca);
                    assertThat(variable(container, "QUARKUS_DATASOURCE_REACTIVE_HOSTNAME_VERIFICATION_ALGORITHM")
                                    .getValue())
                            .isEqualTo("HTTPS");
                });
    }

    @Test
    void trustsAnyCertificateOnlyWhenTold(@TempDir Path folder) throws IOException {
        var values = Files.writeString(folder.resolve("values.yaml"), "postgresql: {sslMode: require}");
        var told = read(Chart.manifests(Chart.REQUIRED, values).stream());

        assertThat(containers(told)
                        .filter(container -> names(container).contains("QUARKUS_DATASOURCE_REACTIVE_TRUST_ALL")))
                .hasSize(3);
        assertThat(containers(REQUIRED).flatMap(container -> names(container).stream()))
                .doesNotContain("QUARKUS_DATASOURCE_REACTIVE_TRUST_ALL");
    }

    @Test
    void mountsEveryFileThatItsVariablesName() {
        assertThat(containers(REQUIRED)).allSatisfy(container -> {
            var pod = pods(REQUIRED)
                    .filter(each -> each.getContainers().contains(container))
                    .findFirst()
                    .orElseThrow();
            var folders = container.getVolumeMounts().stream().flatMap(mount -> files(pod, mount));
            var files = container.getEnv().stream()
                    .filter(variable -> variable.getName().matches(".*_(FILE|CERTS)"))
                    .map(EnvVar::getValue);
            assertThat(folders.toList()).containsAll(files.toList());
        });
    }

    @Test
    void saysNothingOfAServiceThatDocsDoNotExplain() {
        var explained = Repository.text("docs/operations/configuration.md");

        assertThat(containers(REQUIRED).flatMap(container -> names(container).stream()))
                .allSatisfy(name -> assertThat(explained).contains("`" + name + "`"));
    }

    @Test
    void letsADrainTakeOneReplicaAtATime() {
        assertThat(of(PodDisruptionBudget.class, REQUIRED))
                .hasSize(4)
                .allSatisfy(budget -> assertThat(
                                budget.getSpec().getMaxUnavailable().getIntVal())
                        .isEqualTo(1));
    }

    @Test
    void admitsNobodyWithoutNamedPeers() {
        assertThat(of(NetworkPolicy.class, EVERYTHING))
                .hasSize(4)
                .allSatisfy(policy -> assertThat(policy.getSpec().getIngress())
                        .hasSize(2)
                        .allSatisfy(rule -> assertThat(rule.getFrom()).isNotEmpty()));
    }

    @Test
    void pointsServicesAtPortsThatContainersOpen() {
        var open = containers(REQUIRED)
                .flatMap(container -> container.getPorts().stream())
                .map(port -> port.getName())
                .collect(Collectors.toSet());

        assertThat(of(Service.class, REQUIRED))
                .hasSize(8)
                .allSatisfy(service -> assertThat(service.getSpec().getPorts())
                        .allSatisfy(port ->
                                assertThat(open).contains(port.getTargetPort().getStrVal())));
    }

    @Test
    void selectsThePodsOfItsOwnService() {
        var pods = of(StatefulSet.class, REQUIRED)
                .map(set -> set.getSpec().getTemplate().getMetadata().getLabels())
                .toList();

        assertThat(of(Service.class, REQUIRED))
                .allSatisfy(service -> assertThat(pods.stream()
                                .filter(labels -> labels.entrySet()
                                        .containsAll(
                                                service.getSpec().getSelector().entrySet())))
                        .hasSize(1));
    }

    @Test
    void createsTopicsOnlyWhenAsked() {
        assertThat(of(Job.class, REQUIRED)).isEmpty();
        assertThat(of(Job.class, EVERYTHING)).hasSize(1);
    }

    /** The files of a mounted Secret. */
    private static Stream<String> files(PodSpec pod, VolumeMount mount) {
        return pod.getVolumes().stream()
                .filter(volume -> volume.getName().equals(mount.getName()) && volume.getSecret() != null)
                .flatMap(volume -> volume.getSecret().getItems().stream())
                .map(item -> mount.getMountPath() + "/" + item.getPath());
    }

    private static void isRestricted(Container container) {
        var rights = container.getSecurityContext();
        assertThat(rights.getAllowPrivilegeEscalation()).isFalse();
        assertThat(rights.getReadOnlyRootFilesystem()).isTrue();
        assertThat(rights.getCapabilities().getDrop()).containsExactly("ALL");
    }

    private static List<HasMetadata> read(Stream<Map<String, Object>> manifests) {
        return manifests.map(StrictManifest::read).toList();
    }

    private static <T> Stream<T> of(Class<T> type, List<HasMetadata> from) {
        return from.stream().filter(type::isInstance).map(type::cast);
    }

    private static Stream<PodSpec> pods(List<HasMetadata> from) {
        return Stream.concat(
                of(StatefulSet.class, from)
                        .map(set -> set.getSpec().getTemplate().getSpec()),
                of(Job.class, from).map(job -> job.getSpec().getTemplate().getSpec()));
    }

    /** The services' containers, one each. */
    private static Stream<Container> containers(List<HasMetadata> from) {
        return of(StatefulSet.class, from)
                .map(set ->
                        set.getSpec().getTemplate().getSpec().getContainers().getFirst());
    }

    private static List<String> names(Container container) {
        return container.getEnv().stream().map(EnvVar::getName).toList();
    }

    private static EnvVar variable(Container container, String name) {
        return container.getEnv().stream()
                .filter(variable -> variable.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> probes(Container container) {
        return Stream.of(container.getStartupProbe(), container.getLivenessProbe(), container.getReadinessProbe())
                .map(Probe::getHttpGet)
                .map(get -> get.getPort().getStrVal() + get.getPath())
                .toList();
    }
}

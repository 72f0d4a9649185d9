package org.meritstream.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the chart allows its pods, and which secrets it gives them. */
class ChartSecurityTest {
    private static final Manifests EVERYTHING = Manifests.of(Chart.EVERYTHING);
    private static final Manifests REQUIRED = Manifests.of(Chart.REQUIRED);

    @Test
    void limitsTheMemoryOfEveryContainer() {
        assertThat(EVERYTHING.pods().flatMap(pod -> pod.getContainers().stream()))
                .isNotEmpty()
                .allSatisfy(container ->
                        assertThat(container.getResources().getLimits()).containsKey("memory"));
    }

    @Test
    void runsEveryPodUnderTheRestrictedStandard() {
        assertThat(EVERYTHING.pods()).hasSize(6).allSatisfy(pod -> {
            assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
            assertThat(pod.getSecurityContext().getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
            assertThat(pod.getAutomountServiceAccountToken()).isFalse();
            assertThat(pod.getContainers()).allSatisfy(ChartSecurityTest::isRestricted);
        });
    }

    @Test
    void givesNoServiceAccountAToken() {
        assertThat(REQUIRED.all(ServiceAccount.class))
                .hasSize(5)
                .allSatisfy(account ->
                        assertThat(account.getAutomountServiceAccountToken()).isFalse());
    }

    @Test
    void takesPasswordsFromSecretsAlone() {
        assertThat(EVERYTHING
                        .containers()
                        .flatMap(container -> container.getEnv().stream())
                        .filter(variable -> variable.getName().matches(".*(PASSWORD|CONNECTION_STRING|JAAS).*")))
                .hasSize(6)
                .allSatisfy(variable ->
                        assertThat(variable.getValueFrom().getSecretKeyRef()).isNotNull());
    }

    @Test
    void givesKeyEncryptionKeysToAssessmentAndIssuanceAlone() {
        assertThat(REQUIRED.containers()
                        .filter(container -> Manifests.names(container).contains("MERITSTREAM_KEY_ENCRYPTION_KEY_FILE"))
                        .map(Container::getName))
                .containsExactlyInAnyOrder("assessment", "issuance");
    }

    @Test
    void givesThePinOfTheTokenToTheSignersAlone() {
        assertThat(EVERYTHING
                        .containers()
                        .filter(container -> Manifests.names(container).contains("MERITSTREAM_SIGNING_TOKEN_PIN_FILE"))
                        .map(Container::getName))
                .containsExactly("issuance");
        assertThat(EVERYTHING.container("issuance").getVolumeMounts())
                .extracting(VolumeMount::getName)
                .contains("signing-token-pin");
        assertThat(Manifests.names(REQUIRED.container("issuance")))
                .noneMatch(name -> name.startsWith("MERITSTREAM_SIGNING_TOKEN"));
    }

    @Test
    void givesTheIdKeyToThoseThatDeriveIdsAlone() {
        assertThat(EVERYTHING
                        .containers()
                        .filter(container -> Manifests.names(container).contains("MERITSTREAM_ID_KEY_FILE"))
                        .map(Container::getName))
                .containsExactlyInAnyOrder("assessment", "evidence", "issuance");
    }

    @Test
    void givesRolePublicNoKeyAndNoWayToTheLog() {
        var container = EVERYTHING.container("issuance-public");
        var pod = EVERYTHING
                .pods()
                .filter(each -> each.getContainers().contains(container))
                .findFirst()
                .orElseThrow();

        assertThat(Manifests.names(container)).noneMatch(name -> name.matches(".*(KEY_FILE|KAFKA).*"));
        assertThat(pod.getVolumes()).extracting(Volume::getName).containsExactlyInAnyOrder("tmp", "postgresql-ca");
        assertThat(container.getVolumeMounts())
                .extracting(VolumeMount::getName)
                .containsExactlyInAnyOrder("tmp", "postgresql-ca");
        assertThat(Manifests.variable(container, "QUARKUS_DATASOURCE_PASSWORD")
                        .getValueFrom()
                        .getSecretKeyRef()
                        .getName())
                .isEqualTo("meritstream-issuance-public-db");
        assertThat(Manifests.variable(container, "QUARKUS_FLYWAY_MIGRATE_AT_START")
                        .getValue())
                .isEqualTo("false");
    }

    @Test
    void checksTheCertificateOfPostgresqlWithBothClients() {
        assertThat(REQUIRED.containers()
                        .filter(container -> Manifests.names(container).contains("QUARKUS_DATASOURCE_JDBC_URL")))
                .hasSize(4)
                .allSatisfy(container -> {
                    var ca = "/run/secrets/meritstream/postgresql/ca.crt";
                    assertThat(Manifests.variable(container, "QUARKUS_DATASOURCE_JDBC_URL")
                                    .getValue())
                            .endsWith("?sslmode=verify-full&sslrootcert=" + ca);
                    assertThat(Manifests.variable(container, "QUARKUS_DATASOURCE_REACTIVE_TRUST_CERTIFICATE_PEM_CERTS")
                                    .getValue())
                            .isEqualTo(ca);
                    assertThat(Manifests.variable(
                                            container, "QUARKUS_DATASOURCE_REACTIVE_HOSTNAME_VERIFICATION_ALGORITHM")
                                    .getValue())
                            .isEqualTo("HTTPS");
                });
    }

    @Test
    void trustsAnyCertificateOnlyWhenTold(@TempDir Path folder) throws IOException {
        var values = Files.writeString(folder.resolve("values.yaml"), "postgresql: {sslMode: require}");
        var told = Manifests.of(Chart.REQUIRED, values);

        assertThat(told.containers()
                        .filter(container ->
                                Manifests.names(container).contains("QUARKUS_DATASOURCE_REACTIVE_TRUST_ALL")))
                .hasSize(4);
        assertThat(REQUIRED.containers().flatMap(container -> Manifests.names(container).stream()))
                .doesNotContain("QUARKUS_DATASOURCE_REACTIVE_TRUST_ALL");
    }

    @Test
    void mountsEveryFileThatItsVariablesName() {
        assertThat(REQUIRED.containers()).allSatisfy(container -> {
            var pod = REQUIRED.pods()
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
    void admitsNobodyWithoutNamedPeers() {
        assertThat(EVERYTHING.all(NetworkPolicy.class))
                .hasSize(5)
                .allSatisfy(policy -> assertThat(policy.getSpec().getIngress())
                        .hasSize(2)
                        .allSatisfy(rule -> assertThat(rule.getFrom()).isNotEmpty()));
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
}

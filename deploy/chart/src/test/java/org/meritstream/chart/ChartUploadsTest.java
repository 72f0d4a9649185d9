package org.meritstream.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the chart lets evidence keep what learners hand in: nowhere, in a bucket, or on a volume. */
class ChartUploadsTest {
    private static final String OF_UPLOADS = "MERITSTREAM_EVIDENCE_ARTIFACTS_";
    private static final String FOLDER = "/var/lib/meritstream/artifacts";
    private static final String ARRIVALS = "/var/lib/meritstream/arrivals";
    private static final String SECRET = "/run/secrets/meritstream/bucket";

    @Test
    void keepsNoneUnlessToldWhere() {
        Container evidence = Manifests.of(Chart.REQUIRED).container("evidence");

        assertThat(Manifests.names(evidence)).noneMatch(name -> name.startsWith(OF_UPLOADS));
        assertThat(mounts(evidence)).doesNotContain(FOLDER, ARRIVALS, SECRET);
    }

    @Test
    void keepsThemInABucketAndTheSecretOfItsKeyInAFile() {
        Manifests manifests = Manifests.of(Chart.EVERYTHING);
        Container evidence = manifests.container("evidence");

        assertThat(Manifests.names(evidence)).doesNotContain(OF_UPLOADS + "FOLDER");
        assertThat(value(evidence, "BUCKET_NAME")).isEqualTo("northgate-artifacts");
        assertThat(value(evidence, "BUCKET_ARRIVALS")).isEqualTo(ARRIVALS);
        assertThat(value(evidence, "BUCKET_SECRET_ACCESS_KEY_FILE")).isEqualTo(SECRET + "/secret-access-key");
        assertThat(Manifests.variable(evidence, OF_UPLOADS + "BUCKET_ACCESS_KEY_ID")
                        .getValueFrom()
                        .getSecretKeyRef()
                        .getName())
                .isEqualTo("meritstream-artifacts");
        assertThat(mounts(evidence)).contains(ARRIVALS, SECRET).doesNotContain(FOLDER);
        assertThat(volumes(manifests, "bucket-key"))
                .singleElement()
                .satisfies(volume -> assertThat(volume.getSecret().getItems())
                        .extracting(item -> item.getKey() + " as " + item.getPath())
                        .containsExactly("secret-access-key as secret-access-key"));
    }

    @Test
    void keepsThemOnAVolumeThatIsThere(@TempDir Path folder) throws IOException {
        Path values = Files.writeString(
                folder.resolve("values.yaml"),
                "services: {evidence: {artifacts: {volume: {existingClaim: northgate-work}}}}");
        Manifests manifests = Manifests.of(Chart.REQUIRED, values);
        Container evidence = manifests.container("evidence");

        assertThat(value(evidence, "FOLDER")).isEqualTo(FOLDER);
        assertThat(Manifests.names(evidence)).noneMatch(name -> name.startsWith(OF_UPLOADS + "BUCKET"));
        assertThat(mounts(evidence)).contains(FOLDER).doesNotContain(ARRIVALS, SECRET);
        assertThat(volumes(manifests, "artifacts"))
                .singleElement()
                .satisfies(
                        volume -> assertThat(volume.getPersistentVolumeClaim().getClaimName())
                                .isEqualTo("northgate-work"));
    }

    @Test
    void mountsThemInEvidenceAlone() {
        assertThat(Manifests.of(Chart.EVERYTHING)
                        .containers()
                        .filter(container -> !container.getName().equals("evidence")))
                .allSatisfy(container -> assertThat(mounts(container)).doesNotContain(FOLDER, ARRIVALS, SECRET));
    }

    private static String value(Container container, String name) {
        return Manifests.variable(container, OF_UPLOADS + name).getValue();
    }

    private static List<String> mounts(Container container) {
        return container.getVolumeMounts().stream()
                .map(VolumeMount::getMountPath)
                .toList();
    }

    private static Stream<Volume> volumes(Manifests manifests, String name) {
        return manifests
                .pods()
                .flatMap(pod -> pod.getVolumes().stream())
                .filter(volume -> volume.getName().equals(name));
    }
}

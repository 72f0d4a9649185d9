package org.meritstream.chart;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the chart rendered, each manifest read strictly as its Kubernetes type. */
record Manifests(List<HasMetadata> resources) {
    static Manifests of(Path... values) {
        return read(Chart.manifests(values));
    }

    static Manifests read(List<Map<String, Object>> manifests) {
        return new Manifests(manifests.stream().map(StrictManifest::read).toList());
    }

    <T> Stream<T> all(Class<T> type) {
        return resources.stream().filter(type::isInstance).map(type::cast);
    }

    Stream<PodSpec> pods() {
        return Stream.concat(
                all(StatefulSet.class).map(set -> set.getSpec().getTemplate().getSpec()),
                all(Job.class).map(job -> job.getSpec().getTemplate().getSpec()));
    }

    /** The components' containers, one each. */
    Stream<Container> containers() {
        return all(StatefulSet.class)
                .map(set ->
                        set.getSpec().getTemplate().getSpec().getContainers().getFirst());
    }

    /** The container of a service, or of a role of it that runs apart. */
    Container container(String component) {
        return containers()
                .filter(container -> container.getName().equals(component))
                .findFirst()
                .orElseThrow();
    }

    /** Names of a container's variables. */
    static List<String> names(Container container) {
        return container.getEnv().stream().map(EnvVar::getName).toList();
    }

    static EnvVar variable(Container container, String name) {
        return container.getEnv().stream()
                .filter(variable -> variable.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }
}

package org.meritstream.chart;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.meritstream.events.Topics;

/** The chart in helm/meritstream, linted and rendered by Helm itself. */
final class Chart {
    static final Path REQUIRED = Repository.path("helm/meritstream/ci/required-values.yaml");
    static final Path EVERYTHING = Repository.path("helm/meritstream/ci/everything-values.yaml");
    static final List<String> SERVICES = Topics.SERVICES;

    /** The oldest Kubernetes that the chart takes. */
    static final String OLDEST_KUBERNETES = "1.29.0";

    private static final Path FOLDER = Repository.path("helm/meritstream");

    private Chart() {}

    static LintResult lint() {
        return new Helm(FOLDER).lint().strict().call();
    }

    /** Lints a copy of the chart whose defaults are these values laid over its own, since Helm's lint takes no values here. */
    static LintResult lint(Path folder, Path values) throws IOException {
        var copy = folder.resolve("meritstream");
        try (var files = Files.walk(FOLDER)) {
            for (var file : files.toList()) {
                Files.copy(file, copy.resolve(FOLDER.relativize(file).toString()));
            }
        }
        var laid = Yaml.laidOver(
                Yaml.map(Repository.text(values)), Yaml.map(Repository.text(FOLDER.resolve("values.yaml"))));
        Files.write(copy.resolve("values.yaml"), new JsonMapper().writeValueAsBytes(laid));
        return new Helm(copy).lint().strict().call();
    }

    /**
     * The manifests as text.
     *
     * @throws IllegalStateException with Helm's words when the values are refused
     */
    static String render(Path... values) {
        return render("demo", OLDEST_KUBERNETES, values);
    }

    static String render(String release, String kubernetes, Path... values) {
        var template = new Helm(FOLDER)
                .template()
                .withName(release)
                .withNamespace("campus")
                .withKubeVersion(kubernetes);
        for (var file : values) {
            template.withValuesFile(file);
        }
        return template.call();
    }

    static List<Map<String, Object>> manifests(Path... values) {
        return Yaml.documents(render(values));
    }
}

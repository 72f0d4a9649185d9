package org.meritstream.chart;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The chart in helm/meritstream, linted and rendered by Helm itself. */
final class Chart {
    static final Path REQUIRED = Repository.path("helm/meritstream/ci/required-values.yaml");
    static final Path EVERYTHING = Repository.path("helm/meritstream/ci/everything-values.yaml");
    static final List<String> SERVICES = List.of("assessment", "evidence", "issuance", "wallet-sync");

    /** The oldest Kubernetes that the chart takes. */
    static final String OLDEST_KUBERNETES = "1.29.0";

    private static final Path FOLDER = Repository.path("helm/meritstream");

    private Chart() {}

    static LintResult lint() {
        return new Helm(FOLDER).lint().strict().call();
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

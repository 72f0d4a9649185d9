package org.meritstream.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.meritstream.assessment.delivery.DeliveriesResource;
import org.meritstream.assessment.intake.IntakeResource;
import org.meritstream.assessment.learner.LearnersResource;
import org.meritstream.assessment.source.SourcesResource;
import org.meritstream.log.http.CommandsResource;
import org.meritstream.log.http.DeadLettersResource;

/** What is served is what the document describes, no more and no less. The resource tests judge each answer by it. */
class OpenApiTest {

    @Test
    void describesEveryOperationThatIsServedAndNoOther() {
        Set<String> served = new TreeSet<>();
        for (Class<?> resource : new Class<?>[] {
            IntakeResource.class,
            SourcesResource.class,
            LearnersResource.class,
            DeliveriesResource.class,
            CommandsResource.class,
            DeadLettersResource.class
        }) {
            operations(resource, served);
        }

        assertThat(OpenApi.operations()).isEqualTo(served);
    }

    private static void operations(Class<?> resource, Set<String> served) {
        String base = resource.getAnnotation(Path.class).value();
        for (Method method : resource.getDeclaredMethods()) {
            Path path = method.getAnnotation(Path.class);
            String own = path == null ? "" : "/" + path.value();
            for (Annotation annotation : method.getAnnotations()) {
                HttpMethod http = annotation.annotationType().getAnnotation(HttpMethod.class);
                if (http != null) {
                    String address = (base + own).replace("//", "/").replace("{service}", "assessment");
                    served.add(http.value() + " " + address);
                }
            }
        }
    }
}

package org.meritstream.walletsync;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.meritstream.log.http.CommandsResource;
import org.meritstream.log.http.DeadLettersResource;
import org.meritstream.walletsync.claim.ClaimResource;
import org.meritstream.walletsync.claim.CredentialResource;
import org.meritstream.walletsync.claim.LinksResource;
import org.meritstream.walletsync.offer.OffersResource;
import org.meritstream.walletsync.sharing.VisibilityResource;

/** What is served is what the document describes, no more and no less. The resource tests judge each answer by it. */
class OpenApiTest {
    private static final List<Class<?>> RESOURCES = List.of(
            OffersResource.class,
            LinksResource.class,
            VisibilityResource.class,
            ClaimResource.class,
            CredentialResource.class,
            CommandsResource.class,
            DeadLettersResource.class);

    @Test
    void describesEveryOperationThatIsServedAndNoOther() {
        Set<String> served = new TreeSet<>();
        RESOURCES.forEach(resource -> operations(resource, served));

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
                    served.add(http.value() + " " + (base + own).replace("{service}", "wallet-sync"));
                }
            }
        }
    }
}

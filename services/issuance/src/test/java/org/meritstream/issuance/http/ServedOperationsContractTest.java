package org.meritstream.issuance.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.meritstream.issuance.credential.CredentialResource;
import org.meritstream.issuance.credential.CredentialsResource;
import org.meritstream.issuance.issuer.IssuerResource;
import org.meritstream.issuance.issuer.IssuersResource;
import org.meritstream.issuance.status.StatusResource;
import org.meritstream.log.http.CommandsResource;
import org.meritstream.log.http.DeadLettersResource;

/** What is served is what is described, and the other way round. */
class ServedOperationsContractTest {
    private static final List<Class<?>> RESOURCES = List.of(
            CredentialResource.class,
            CredentialsResource.class,
            IssuerResource.class,
            IssuersResource.class,
            StatusResource.class,
            CommandsResource.class,
            DeadLettersResource.class);

    @Test
    void servesWhatIsDescribedAndDescribesWhatIsServed() {
        Set<String> served = new TreeSet<>();
        for (Class<?> resource : RESOURCES) {
            for (Method method : resource.getDeclaredMethods()) {
                Arrays.stream(method.getAnnotations())
                        .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                        .filter(verb -> verb != null)
                        .forEach(verb -> served.add(verb.value() + " " + path(resource, method)));
            }
        }

        assertThat(served).isEqualTo(OpenApi.operations());
    }

    private static String path(Class<?> resource, Method method) {
        String base = resource.getAnnotation(Path.class).value().replace("{service}", "issuance");
        Path below = method.getAnnotation(Path.class);
        return below == null ? base : base + "/" + below.value();
    }
}

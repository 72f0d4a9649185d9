package org.meritstream.proving;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Set;
import java.util.TreeSet;

/** What a service serves, read from every resource class on its class path, so that none can be left out. */
public final class ServedOperations {
    /** {@code {version:[1-9][0-9]{0,8}}} is described as {@code {version}}. */
    private static final String CONSTRAINED = "\\{(\\w+):(?:[^{}]|\\{[^{}]*})*}";

    private ServedOperations() {}

    /** Every operation of a service, such as {@code GET /api/awards}. */
    public static Set<String> of(String service) {
        Set<String> served = new TreeSet<>();
        new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("org.meritstream." + service.replace("-", ""), "org.meritstream.log.http")
                        .stream()
                        .filter(type -> type.isAnnotatedWith(Path.class))
                        .map(JavaClass::reflect)
                        .forEach(resource -> add(served, resource, service));
        return served;
    }

    private static void add(Set<String> served, Class<?> resource, String service) {
        String base = resource.getAnnotation(Path.class).value();
        for (Method method : resource.getDeclaredMethods()) {
            Path path = method.getAnnotation(Path.class);
            String address = path == null ? base : (base + "/" + path.value()).replace("//", "/");
            for (Annotation annotation : method.getAnnotations()) {
                HttpMethod http = annotation.annotationType().getAnnotation(HttpMethod.class);
                if (http != null) {
                    served.add(http.value() + " "
                            + address.replaceAll(CONSTRAINED, "{$1}").replace("{service}", service));
                }
            }
        }
    }
}

package org.meritstream.quickstart.oidc;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whom one can be in the quickstart.
 *
 * @param id the {@code sub} of the person's tokens
 * @param does what the person is there, in words
 * @param roles as in staff tokens
 * @param studentNumber or null for staff
 */
public record Persona(
        String id,
        String tenant,
        String name,
        String does,
        List<String> roles,
        @Nullable String studentNumber) {

    /** A learner with a student number of that tenant. */
    public static Persona learner(String tenant, String studentNumber, String name) {
        return new Persona(
                tenant + "-learner-" + studentNumber, tenant, name, "learner", List.of("learner"), studentNumber);
    }

    /** A member of staff. */
    public static Persona staff(String tenant, String id, String name, String does, List<String> roles) {
        return new Persona(tenant + "-" + id, tenant, name, does, roles, null);
    }
}

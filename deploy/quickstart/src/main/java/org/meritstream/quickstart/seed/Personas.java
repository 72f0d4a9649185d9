package org.meritstream.quickstart.seed;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.meritstream.quickstart.oidc.Persona;

/** Everybody whom one can be: the seeded learners, and staff of either institution. */
public final class Personas {
    private static final List<Persona> ALL =
            Institution.ALL.stream().flatMap(one -> of(one).stream()).toList();

    private Personas() {}

    /** Everybody, learners before staff, one institution after the other. */
    public static List<Persona> all() {
        return ALL;
    }

    /** The learner with that student number, whoever else there is. */
    public static Optional<Persona> learner(String studentNumber) {
        return ALL.stream()
                .filter(one -> studentNumber.equals(one.studentNumber()))
                .findFirst();
    }

    private static List<Persona> of(Institution institution) {
        String tenant = institution.tenant();
        List<Persona> everybody = new ArrayList<>();
        StreamSupport.stream(institution.learners().path("learners").spliterator(), false)
                .map(row -> Persona.learner(
                        tenant,
                        row.path("studentNumber").asText(),
                        row.path("displayName").asText()))
                .forEach(everybody::add);
        everybody.add(Persona.staff(tenant, "reviewer-1", "Ruth Weaver", "reviewer", List.of("reviewer")));
        everybody.add(Persona.staff(tenant, "reviewer-2", "Samir Nasser", "second reviewer", List.of("reviewer")));
        everybody.add(Persona.staff(tenant, "moderator", "Maren Vogt", "moderator", List.of("reviewer", "moderator")));
        everybody.add(Persona.staff(tenant, "registrar", "Rosa Almeida", "registrar", List.of("registrar")));
        return List.copyOf(everybody);
    }
}

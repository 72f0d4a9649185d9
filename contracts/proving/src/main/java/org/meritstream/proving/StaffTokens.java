package org.meritstream.proving;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An identity provider for tests: tokens signed with the key that Quarkus makes for each test run. */
public final class StaffTokens implements QuarkusTestResourceLifecycleManager {
    private static final String ISSUER = "https://id.example.org";
    /** As long as ten thousand guesses may take a busy machine. */
    private static final int LASTING = 3_600;

    @Override
    public Map<String, String> start() {
        return Map.of("mp.jwt.verify.issuer", ISSUER, "meritstream.public-url", "https://badges.example.org");
    }

    @Override
    public void stop() {
        // Nothing was started.
    }

    /** A token of a member of staff. */
    public static String of(String tenant, String... roles) {
        return token("staff-1", tenant, roles).sign();
    }

    /** A token of one of several members of staff, by the subject that the identity provider knows them by. */
    public static String of(Person person, String tenant, String... roles) {
        JwtClaimsBuilder token = token(person.subject(), tenant, roles);
        return person.studentNumber() == null
                ? token.sign()
                : token.claim("student_number", person.studentNumber()).sign();
    }

    /**
     * Somebody whom the identity provider knows.
     *
     * @param studentNumber null where they are no student
     */
    public record Person(String subject, @Nullable String studentNumber) {}

    private static JwtClaimsBuilder token(String subject, String tenant, String... roles) {
        return Jwt.issuer(ISSUER)
                .audience("meritstream")
                .subject(subject)
                .upn(subject)
                .groups(Set.of(roles))
                .claim("tenant", tenant)
                .expiresIn(LASTING);
    }

    /** A token of a learner. */
    public static String ofLearner(String tenant, String studentNumber) {
        return of(new Person("learner-" + studentNumber, studentNumber), tenant, "learner");
    }
}

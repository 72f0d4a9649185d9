package org.meritstream.evidence.facts;

/**
 * What a fact is about, and what a rule asks for: how the two find each other.
 *
 * @param area the sender of an activity by its name within the tenant, or one of the areas of our own, which no sender can be named after
 * @param name which one of the area
 */
public record Subject(String tenant, String area, String name) {
    private static final String ACHIEVEMENT = ":achievement";
    /** The area of credentials. */
    public static final String CREDENTIAL = ":credential";

    /** An activity of a learning platform. */
    public static Subject activity(String tenant, String source, String activity) {
        return new Subject(tenant, source, activity);
    }

    /**
     * An achievement, all its versions: what is handed in and reviewed for it, what somebody is owed in it, and misconduct.
     *
     * @param achievement its name within the tenant
     */
    public static Subject achievement(String tenant, String achievement) {
        return new Subject(tenant, ACHIEVEMENT, achievement);
    }

    /**
     * The credential of an achievement, held or lost.
     *
     * @param achievement its name within the tenant, or the address of an achievement of another issuer
     */
    public static Subject credential(String tenant, String achievement) {
        return new Subject(tenant, CREDENTIAL, achievement);
    }
}

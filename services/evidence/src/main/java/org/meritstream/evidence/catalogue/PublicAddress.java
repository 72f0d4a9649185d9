package org.meritstream.evidence.catalogue;

/** Where the public finds a version: {@code /achievements/{tenant}.{slug}/{version}}. */
public final class PublicAddress {
    private PublicAddress() {}

    /** The path; the public base address comes before it. */
    public static String path(AchievementKey key) {
        return "/achievements/" + id(key.tenant(), key.achievement()) + "/" + key.version();
    }

    /** Tenant and slug as one path segment: neither holds a dot. */
    public static String id(String tenant, String achievement) {
        return tenant + "." + achievement;
    }
}

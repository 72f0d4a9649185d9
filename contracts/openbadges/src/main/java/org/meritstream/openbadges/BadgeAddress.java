package org.meritstream.openbadges;

/**
 * Where the badge of an achievement's version is drawn for everybody, whoever earned it. Beside the version's own address, so that whoever
 * knows the one knows the other.
 */
public final class BadgeAddress {
    /** Below a deployment's public address; the tenant, a point, the achievement and its version follow. */
    public static final String PATH = "/badges/";

    private static final String ACHIEVEMENTS = "/achievements/";

    private BadgeAddress() {}

    /**
     * Its address as a PNG, the form that every wallet shows.
     *
     * @param achievement address of the version, {@code <base>/achievements/<tenant>.<slug>/<version>}
     */
    public static String png(String achievement) {
        return of(achievement) + ".png";
    }

    /**
     * Its address as an SVG, which pages scale.
     *
     * @param achievement address of the version, or its path alone
     */
    public static String svg(String achievement) {
        return of(achievement) + ".svg";
    }

    private static String of(String achievement) {
        int at = achievement.lastIndexOf(ACHIEVEMENTS);
        return achievement.substring(0, at) + PATH + achievement.substring(at + ACHIEVEMENTS.length());
    }
}

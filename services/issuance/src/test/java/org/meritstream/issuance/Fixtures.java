package org.meritstream.issuance;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.Achievement;
import org.meritstream.events.AchievementImage;
import org.meritstream.events.AchievementPublished;
import org.meritstream.events.AwardConferred;
import org.meritstream.events.EventData;
import org.meritstream.events.EventFormat;
import org.meritstream.events.EventType;
import org.meritstream.issuance.issuer.Issuer;

/** The two tenants that tests run with, and what they award. */
public final class Fixtures {
    public static final Issuer NORTHGATE = new Issuer(
            "northgate",
            "http://localhost:8080",
            "Northgate University",
            "https://northgate.example",
            "registry@northgate.example",
            null,
            null);
    public static final Issuer LAKESIDE = new Issuer(
            "lakeside", "http://localhost:8080", "Lakeside College", "https://lakeside.example", null, null, null);

    private Fixtures() {}

    /** Data Literacy, version 1: a share, a mark and a completion. */
    public static AchievementPublished dataLiteracy() {
        return (AchievementPublished) event(EventType.ACHIEVEMENT_PUBLISHED, "achievement-data-literacy");
    }

    /** The award of it to a learner. */
    public static AwardConferred conferred() {
        return (AwardConferred) event(EventType.AWARD_CONFERRED, "award-conferred");
    }

    private static EventData event(EventType type, String name) {
        return EventFormat.data(
                type, Resources.text("/fixtures/" + name + ".json").getBytes(StandardCharsets.UTF_8));
    }

    /** The achievement with a picture that its author chose. */
    public static Achievement pictured() {
        return achievement(
                null, null, new AchievementImage("https://northgate.example/badge.png", "A lens over a bar chart"));
    }

    /** The achievement, whose credentials are valid for so many calendar months; for ever without them. */
    public static Achievement validFor(@Nullable Integer months) {
        return achievement(null, months, null);
    }

    /** The achievement with a type that is perhaps none. */
    public static Achievement ofType(String type) {
        return achievement(type, null, null);
    }

    private static Achievement achievement(
            @Nullable String type, @Nullable Integer months, @Nullable AchievementImage image) {
        Achievement plain = dataLiteracy().definition();
        return new Achievement(
                plain.name(),
                plain.description(),
                type == null ? plain.achievementType() : type,
                plain.language(),
                plain.criteria(),
                plain.awardRule(),
                plain.skills(),
                plain.tags(),
                plain.recognition(),
                plain.release(),
                plain.resubmission(),
                plain.releaseAt(),
                months,
                plain.regrade(),
                image);
    }
}

package org.meritstream.issuance.credential;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.Achievement;
import org.meritstream.events.EventFormat;
import org.meritstream.events.Recognition;
import org.meritstream.events.SuccessionReason;
import org.meritstream.issuance.achievement.AchievementKind;
import org.meritstream.issuance.endorsement.ShownEndorsement;
import org.meritstream.issuance.verification.Check;
import org.meritstream.issuance.verification.ShownCheck;
import org.meritstream.issuance.verification.Verification;
import org.meritstream.issuance.verification.Words;
import org.meritstream.openbadges.OpenBadgesAchievement;

/**
 * The page of a credential, as an employer reads it. What it says of the award is read from the signed document; the copy of the
 * achievement adds what the document tells in running text only.
 *
 * @param language BCP 47 tag of the achievement's texts
 * @param state css class of the verdict
 * @param verdict the verdict in a few words
 * @param verdictReason the check that decided it
 * @param endorsements of the achievement and of the issuer, each verified by itself
 */
public record CredentialPage(
        String holder,
        String achievement,
        String description,
        String language,
        String direction,
        String kind,
        String issuer,
        String issuerUrl,
        String awarded,
        String achievementAddress,
        String address,
        String state,
        String verdict,
        String verdictReason,
        String checkedAt,
        List<ShownCheck> checks,
        List<Line> criteria,
        @Nullable String choice,
        List<Line> results,
        List<Skill> skills,
        List<Line> recognition,
        List<ShownEndorsement> endorsements,
        @Nullable String revoked,
        @Nullable Kin successor,
        @Nullable Kin predecessor) {

    /** A name and what belongs to it. */
    public record Line(String name, String text) {}

    /** A skill with the page that defines it. */
    public record Skill(String name, String url, @Nullable String framework) {}

    /**
     * A credential before or after this one.
     *
     * @param address where it is, or null where its holder does not share it
     * @param says what the one is to the other, in words
     * @param link what stands on the link to it
     */
    public record Kin(@Nullable String address, String says, String link) {}

    static CredentialPage of(SharedCredential shared, Verification verification, List<ShownEndorsement> endorsements) {
        JsonNode document = tree(shared.credential().document());
        JsonNode subject = document.path("credentialSubject");
        JsonNode achievement = subject.path("achievement");
        Achievement copy = copy(shared.definition());
        String language = achievement.path("inLanguage").asText("en");
        return new CredentialPage(
                subject.at("/identifier/0/identityHash").asText(),
                achievement.path("name").asText(),
                achievement.path("description").asText(),
                language,
                org.meritstream.pages.Direction.of(language),
                AchievementKind.inWords(achievement.path("achievementType").asText()),
                document.at("/issuer/name").asText(),
                document.at("/issuer/url").asText(),
                Words.day(java.time.Instant.parse(document.path("awardedDate").asText())),
                achievement.path("id").asText(),
                document.path("id").asText(),
                ShownCheck.state(verification.result()),
                verdict(verification, shared),
                deciding(verification, document.at("/issuer/name").asText()),
                Words.moment(verification.at()),
                ShownCheck.all(verification),
                criteria(copy),
                choice(copy),
                results(subject, achievement),
                skills(achievement),
                recognition(copy),
                endorsements,
                shared.revocation(),
                kin(shared.successor(), document, true),
                kin(shared.predecessor(), document, false));
    }

    /** At the same place as this one: an issuer's base address never changes. */
    private static @Nullable Kin kin(SharedCredential.@Nullable Kin other, JsonNode document, boolean newer) {
        // What was corrected is not pointed at: nothing of it is shown any more.
        if (other == null || (!newer && other.reason() == SuccessionReason.CORRECTED)) {
            return null;
        }
        String address = other.shared() ? sibling(document.path("id").asText(), other.id()) : null;
        String says = newer ? newer(other.reason()) : older(other.reason());
        return new Kin(address, says, newer ? "See the newer one" : "See the earlier one");
    }

    /** The address of another credential of the same issuer. */
    static String sibling(String address, UUID other) {
        return address.substring(0, address.lastIndexOf('/') + 1) + other;
    }

    private static String newer(SuccessionReason reason) {
        return switch (reason) {
            case AWARDED_AGAIN, CORRECTED -> "A newer credential for this achievement has taken its place.";
            case RENEWED -> "It was renewed: a newer credential for the same award has taken its place.";
        };
    }

    private static String older(SuccessionReason reason) {
        return switch (reason) {
            case AWARDED_AGAIN, CORRECTED ->
                "It took the place of an earlier credential for this achievement, which was withdrawn.";
            case RENEWED -> "It renews an earlier credential for the same award.";
        };
    }

    private static String verdict(Verification verification, SharedCredential shared) {
        return switch (verification.result()) {
            case VALID -> "This credential is valid";
            case INVALID -> fault(verification, shared);
            case UNCHECKED -> "This credential could not be fully checked";
        };
    }

    private static String fault(Verification verification, SharedCredential shared) {
        if (shared.revocation() != null) {
            return "This credential was revoked";
        } else if (shared.suspension() != null) {
            return "This credential is suspended";
        }
        return verification.expired() ? "This credential has expired" : "This credential is not valid";
    }

    private static String deciding(Verification verification, String issuer) {
        String signed = issuer + " signed exactly this and has not revoked it.";
        if (verification.result() == Check.Result.VALID) {
            return signed;
        }
        String deciding = verification.reason();
        boolean checked = verification.checks().stream().noneMatch(check -> check.result() == Check.Result.UNCHECKED);
        return verification.expired() && checked ? deciding + " " + signed : deciding;
    }

    static List<Line> criteria(@Nullable Achievement copy) {
        return copy == null
                ? List.of()
                : copy.criteria().stream()
                        .map(criterion -> new Line(criterion.name(), criterion.narrative()))
                        .toList();
    }

    static @Nullable String choice(@Nullable Achievement copy) {
        return copy == null ? null : OpenBadgesAchievement.choice(copy).orElse(null);
    }

    static List<Line> results(JsonNode subject, JsonNode achievement) {
        List<Line> lines = new ArrayList<>();
        for (JsonNode result : subject.path("result")) {
            stream(achievement.path("resultDescription"))
                    .filter(described -> described.path("id").equals(result.path("resultDescription")))
                    .findFirst()
                    .ifPresent(described -> lines.add(line(described, result)));
        }
        return lines;
    }

    private static Line line(JsonNode described, JsonNode result) {
        return result.has("achievedLevel") ? level(described, result) : mark(described, result);
    }

    private static Line level(JsonNode described, JsonNode result) {
        String achieved = levelName(described, result.path("achievedLevel"));
        String required = levelName(described, described.path("requiredLevel"));
        return new Line(described.path("name").asText(), achieved + " (" + required + " needed)");
    }

    private static String levelName(JsonNode described, JsonNode address) {
        return stream(described.path("rubricCriterionLevel"))
                .filter(level -> level.path("id").equals(address))
                .map(level -> level.path("name").asText())
                .findFirst()
                .orElse("");
    }

    private static Line mark(JsonNode described, JsonNode result) {
        String unit = described.path("resultType").asText().equals("Percent") ? " %" : " marks";
        String value = result.path("value").asText() + unit;
        String required = described.path("requiredValue").asText();
        return new Line(
                described.path("name").asText(),
                required.isEmpty() ? value : value + " (" + required + unit + " needed)");
    }

    static List<Skill> skills(JsonNode achievement) {
        return stream(achievement.path("alignment"))
                .map(node -> new Skill(
                        node.path("targetName").asText(),
                        node.path("targetUrl").asText(),
                        node.path("targetFramework").asText(null)))
                .toList();
    }

    static List<Line> recognition(@Nullable Achievement copy) {
        List<Line> lines = new ArrayList<>();
        Recognition known = copy == null ? null : copy.recognition();
        if (known != null) {
            BigDecimal ects = known.ects();
            add(lines, "Workload", ects == null ? null : ects.toPlainString() + " ECTS credits");
            BigDecimal hours = known.hours();
            add(lines, "Hours of work", hours == null ? null : hours.toPlainString());
            add(
                    lines,
                    "Level",
                    known.eqfLevel() == null
                            ? null
                            : "Level " + known.eqfLevel() + " of the European Qualifications Framework");
            add(lines, "Assessment", known.assessmentType());
            add(lines, "Supervision", known.supervision());
            add(lines, "Quality assurance", known.qualityAssurance());
        }
        return lines;
    }

    private static void add(List<Line> lines, String name, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            lines.add(new Line(name, text));
        }
    }

    private static java.util.stream.Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    static @Nullable Achievement copy(@Nullable String definition) {
        try {
            return definition == null ? null : EventFormat.JSON.readValue(definition, Achievement.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was stored is an achievement", e);
        }
    }

    static JsonNode tree(String document) {
        try {
            return EventFormat.JSON.readTree(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was signed is JSON", e);
        }
    }
}

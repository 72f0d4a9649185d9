package org.meritstream.issuance.credential;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import org.meritstream.events.Achievement;
import org.meritstream.issuance.achievement.AchievementKind;
import org.meritstream.issuance.badge.AchievementBadge;
import org.meritstream.issuance.form.BadgeFace;
import org.meritstream.issuance.form.BadgePicture;
import org.meritstream.issuance.form.BakedPng;
import org.meritstream.issuance.form.BakedSvg;
import org.meritstream.issuance.form.Drawings;
import org.meritstream.issuance.form.Palette;
import org.meritstream.issuance.form.PdfStatement;
import org.meritstream.issuance.http.PublicFile;

/**
 * A credential as files that carry it: images with the signed document baked in, and a document to print with it attached. An image is drawn once for an
 * achievement and its issuer; what differs from learner to learner is only baked in.
 */
@ApplicationScoped
public class CredentialFiles {
    private final Drawings drawings;

    CredentialFiles(Drawings drawings) {
        this.drawings = drawings;
    }

    /** What it is served as; it changes with everything that stands in it. */
    static PublicFile file(SharedCredential shared, CredentialForm form) {
        String inputs =
                Drawings.EDITION + " " + form + "\n" + shared.credential().secured() + "\n" + shared.definition() + "\n"
                        + shared.takenBack() + "\n" + shared.colour();
        return PublicFile.of(inputs, form.type(), "credential." + form.extension());
    }

    /** Its bytes. */
    Uni<byte[]> bytes(SharedCredential shared, CredentialForm form) {
        BadgeFace face = face(shared);
        String signed = shared.credential().secured();
        return switch (form) {
            case PNG -> BadgePicture.PNG.of(face, drawings).map(png -> BakedPng.bake(png, signed));
            case SVG ->
                BadgePicture.SVG
                        .of(face, drawings)
                        .map(svg -> BakedSvg.bake(new String(svg, StandardCharsets.UTF_8), signed)
                                .getBytes(StandardCharsets.UTF_8));
            case PDF ->
                drawings.of(
                        file(shared, form).tag(), () -> PdfStatement.of(CredentialStatement.of(shared, face), signed));
            case DOCUMENT, TOKEN, SD_JWT, PAGE -> throw new IllegalArgumentException("Not drawn: " + form);
        };
    }

    /** What stands on its badge image. */
    static BadgeFace face(SharedCredential shared) {
        JsonNode document = CredentialPage.tree(shared.credential().document());
        JsonNode achievement = document.at("/credentialSubject/achievement");
        Achievement copy = CredentialPage.copy(shared.definition());
        return new BadgeFace(
                achievement.path("name").asText(),
                achievement.path("inLanguage").asText("en"),
                AchievementKind.inWords(achievement.path("achievementType").asText()),
                document.at("/issuer/name").asText(),
                Palette.of(document.at("/issuer/id").asText(), shared.colour()),
                copy == null ? null : AchievementBadge.facts(copy));
    }
}

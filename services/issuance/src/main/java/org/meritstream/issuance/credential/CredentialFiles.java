package org.meritstream.issuance.credential;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.Achievement;
import org.meritstream.events.Recognition;
import org.meritstream.issuance.form.BadgeFace;
import org.meritstream.issuance.form.BakedPng;
import org.meritstream.issuance.form.BakedSvg;
import org.meritstream.issuance.form.Drawings;
import org.meritstream.issuance.form.PdfStatement;
import org.meritstream.issuance.form.PngImage;
import org.meritstream.issuance.form.SvgImage;
import org.meritstream.issuance.http.PublicFile;

/**
 * A credential as files that carry it: images with the signed document baked in, and a document to print with it attached. An image is drawn once for an
 * achievement and its issuer; what differs from learner to learner is only baked in.
 */
@ApplicationScoped
public class CredentialFiles {
    /** Counts up with every change of how they look: whoever has an older one gets the new one. */
    private static final int EDITION = 1;

    private final Drawings drawings;

    CredentialFiles(Drawings drawings) {
        this.drawings = drawings;
    }

    /** What it is served as; it changes with everything that stands in it. */
    static PublicFile file(SharedCredential shared, CredentialForm form) {
        String inputs = EDITION + " " + form + "\n" + shared.credential().secured() + "\n" + shared.definition() + "\n"
                + shared.takenBack();
        return PublicFile.of(inputs, form.type(), "credential." + form.extension());
    }

    /** Its bytes. */
    Uni<byte[]> bytes(SharedCredential shared, CredentialForm form) {
        BadgeFace face = face(shared);
        String signed = shared.credential().secured();
        return switch (form) {
            case PNG ->
                drawings.of(new Drawn(form, face), () -> PngImage.of(face)).map(png -> BakedPng.bake(png, signed));
            case SVG ->
                drawings.of(new Drawn(form, face), () -> SvgImage.of(face).getBytes(StandardCharsets.UTF_8))
                        .map(svg -> BakedSvg.bake(new String(svg, StandardCharsets.UTF_8), signed)
                                .getBytes(StandardCharsets.UTF_8));
            case PDF ->
                drawings.of(
                        file(shared, form).tag(), () -> PdfStatement.of(CredentialStatement.of(shared, face), signed));
            case DOCUMENT, TOKEN, SD_JWT, PAGE -> throw new IllegalArgumentException("Not drawn: " + form);
        };
    }

    private record Drawn(CredentialForm form, BadgeFace face) {}

    /** What stands on its badge image. */
    static BadgeFace face(SharedCredential shared) {
        JsonNode document = CredentialPage.tree(shared.credential().document());
        JsonNode achievement = document.at("/credentialSubject/achievement");
        return new BadgeFace(
                achievement.path("name").asText(),
                achievement.path("inLanguage").asText("en"),
                CredentialPage.kind(achievement.path("achievementType").asText()),
                document.at("/issuer/name").asText(),
                document.at("/issuer/id").asText(),
                facts(CredentialPage.copy(shared.definition())));
    }

    private static @Nullable String facts(@Nullable Achievement copy) {
        Recognition known = copy == null ? null : copy.recognition();
        if (known == null) {
            return null;
        }
        StringJoiner facts = new StringJoiner(" · ");
        BigDecimal ects = known.ects();
        BigDecimal hours = known.hours();
        if (ects != null) {
            facts.add(ects.toPlainString() + " ECTS");
        } else if (hours != null) {
            facts.add(hours.toPlainString() + " hours");
        }
        if (known.eqfLevel() != null) {
            facts.add("EQF level " + known.eqfLevel());
        }
        return facts.length() == 0 ? null : facts.toString();
    }
}

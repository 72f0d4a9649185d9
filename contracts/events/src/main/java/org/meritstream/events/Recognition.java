package org.meritstream.events;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a receiving institution needs (EU Council Recommendation 2022, Annex I), as far as stated.
 *
 * @param ects workload in ECTS credits
 * @param eqfLevel European Qualifications Framework level, 1 to 8
 * @param assessmentType how it was assessed, in words
 * @param supervision supervision and identity verification during assessment, in words
 * @param qualityAssurance what assures the quality, in words
 * @param hours workload in hours, where it is not counted in credits or more exactly than they do
 */
public record Recognition(
        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
        BigDecimal ects,

        @Nullable Integer eqfLevel,
        @Nullable String assessmentType,
        @Nullable String supervision,
        @Nullable String qualityAssurance,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
        BigDecimal hours) {

    public Recognition {
        if (ects != null) {
            Limits.decimal("ects", ects);
            Limits.that(ects.signum() >= 0, "ects is negative");
        }
        if (hours != null) {
            Limits.decimal("hours", hours);
            Limits.that(hours.signum() >= 0, "hours is negative");
        }
        Limits.that(eqfLevel == null || (eqfLevel >= 1 && eqfLevel <= 8), "eqfLevel is not 1 to 8");
    }
}

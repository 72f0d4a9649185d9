package org.meritstream.events;

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
 */
public record Recognition(
        @com.fasterxml.jackson.annotation.JsonFormat(shape = com.fasterxml.jackson.annotation.JsonFormat.Shape.STRING)
        @Nullable
        BigDecimal ects,

        @Nullable Integer eqfLevel,
        @Nullable String assessmentType,
        @Nullable String supervision,
        @Nullable String qualityAssurance) {}

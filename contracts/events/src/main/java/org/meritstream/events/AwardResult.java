package org.meritstream.events;

/** The mark that met a criterion. */
public record AwardResult(String criterion, Score score) {}

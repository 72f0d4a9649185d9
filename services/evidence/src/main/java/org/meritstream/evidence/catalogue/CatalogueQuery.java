package org.meritstream.evidence.catalogue;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meritstream.evidence.judgement.Phrase;

/**
 * What somebody looks for in the catalogue; empty or null where it does not matter.
 *
 * @param words as typed: all of them, {@code "in this order"}, {@code -not} and {@code or}
 * @param skill words of a skill's name, or its code or address in a framework
 * @param levels of the European Qualifications Framework, any of them
 * @param languages BCP 47 tags in lower case, any of them; {@code de} is {@code de-at} as well
 * @param everyVersion whether older versions are looked at beside the newest
 * @param after the last of the page before
 * @param limit at most so many on a page
 */
record CatalogueQuery(
        @Nullable String words,
        @Nullable String skill,
        List<Integer> levels,
        @Nullable Workload workload,
        List<String> languages,
        List<String> tenants,
        boolean everyVersion,
        @Nullable AchievementKey after,
        int limit) {

    /** What a workload is a number of. */
    enum Unit {
        ECTS,
        HOURS
    }

    /** How much work it may be, bounds included; one of them may be null. */
    record Workload(
            Unit unit, @Nullable BigDecimal from, @Nullable BigDecimal to) {}

    /** What became of a request's parameters. */
    sealed interface Reading {

        /** It can be looked for. */
        record Sound(CatalogueQuery query) implements Reading {}

        /** It can not be looked for. */
        record Faulty(List<Fault> faults) implements Reading {}
    }

    /** One parameter that is wrong, and what it should be. */
    record Fault(String parameter, Phrase should) {}
}

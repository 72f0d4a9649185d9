package org.meritstream.evidence.judgement;

import static org.meritstream.events.CriterionStanding.Standing.MET;
import static org.meritstream.events.CriterionStanding.Standing.NOT_MET;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.CriterionStanding.Standing;
import org.meritstream.events.Rule.Credits;

/**
 * The rule {@code credits}: credentials that are held count ECTS credits, and these reach a number together.
 *
 * <p>An achievement counts once, however often it was awarded. A credential of this tenant counts what the version that is held states,
 * whatever other versions state; one of another issuer counts what the rule says, because recognising it is this tenant's decision.
 */
final class JudgeCredits {
    private static final String RULE = "credits";
    private static final String PART = "part";
    private static final int DIGITS = 3;

    private JudgeCredits() {}

    /** What one achievement adds, and why. */
    private record Share(BigDecimal ects, Finding finding) {}

    static Finding judge(Credits rule, Question question) {
        List<Share> shares =
                rule.of().stream().map(part -> share(part, question)).toList();
        BigDecimal total = shares.stream().map(Share::ects).reduce(BigDecimal.ZERO, BigDecimal::add);
        boolean met = total.compareTo(rule.least()) >= 0;
        List<Finding> parts = shares.stream().map(Share::finding).toList();
        Phrase reason = Phrase.of(
                met ? "finding.credits.met" : "finding.credits.below",
                "ects",
                told(total, RoundingMode.DOWN),
                "required",
                Marks.plain(rule.least()));
        Finding finding = Finding.of(RULE, met ? MET : NOT_MET, reason).composedOf(parts);
        return met ? finding : finding.next(next(rule.least().subtract(total), parts));
    }

    private static List<Phrase> next(BigDecimal lacking, List<Finding> parts) {
        Phrase reach = Phrase.of("next.credits.reach", "ects", told(lacking, RoundingMode.UP));
        return Stream.concat(Stream.of(reach), parts.stream().flatMap(part -> part.next().stream()))
                .distinct()
                .toList();
    }

    private static Share share(Credits.Counted part, Question question) {
        List<Holding> holdings = Holding.of(part.achievement(), part.issuer(), question);
        if (holdings.isEmpty()) {
            return nothing(part, JudgeCredential.none(part.achievement()));
        }
        return holdings.stream()
                .filter(Holding.Valid.class::isInstance)
                .map(holding -> share(part, holding))
                .max(Comparator.comparing(Share::ects))
                .orElseGet(() -> share(part, holdings.getLast()));
    }

    private static Share share(Credits.Counted part, Holding holding) {
        Share share = switch (holding) {
            case Holding.Valid valid -> valid(part, counted(part, valid));
            case Holding.Expired expired -> nothing(part, JudgeCredential.expired(expired));
            case Holding.Revoked revoked -> nothing(part, JudgeCredential.revoked(revoked));
        };
        return new Share(share.ects(), share.finding().restingOn(holding.fact(), null));
    }

    private static @Nullable BigDecimal counted(Credits.Counted part, Holding.Valid valid) {
        return part.issuer() == null ? valid.fact().ects() : part.ects();
    }

    private static Share valid(Credits.Counted part, @Nullable BigDecimal ects) {
        if (ects == null) {
            return new Share(BigDecimal.ZERO, part(MET, said("finding.credits.unstated", part)));
        }
        Phrase held = said("finding.credits.held", part).with(Map.of("ects", told(ects, RoundingMode.DOWN)));
        return new Share(ects, part(MET, held));
    }

    private static Share nothing(Credits.Counted part, Phrase reason) {
        return new Share(BigDecimal.ZERO, part(NOT_MET, reason).next(JudgeCredential.earn(part.achievement())));
    }

    private static Phrase said(String key, Credits.Counted part) {
        return Phrase.of(key, "achievement", part.achievement());
    }

    private static Finding part(Standing standing, Phrase reason) {
        return Finding.of(PART, standing, reason);
    }

    /** Rounded so that it never tells more than there is, nor less than is lacking. */
    private static String told(BigDecimal ects, RoundingMode mode) {
        return Marks.plain(ects.setScale(DIGITS, mode));
    }
}

package org.meritstream.evidence.judgement;

import static org.meritstream.events.CriterionStanding.Standing.MET;
import static org.meritstream.events.CriterionStanding.Standing.NOT_MET;

import java.util.List;
import java.util.Map;
import org.meritstream.events.CriterionStanding.Standing;
import org.meritstream.events.RevocationReason;
import org.meritstream.events.Rule.Credential;

/** The rule {@code credential}: the learner holds a credential that is neither revoked nor expired. */
final class JudgeCredential {
    private static final String RULE = "credential";

    private JudgeCredential() {}

    static Finding judge(Credential rule, Question question) {
        List<Finding> findings = Holding.of(rule.achievement(), rule.issuer(), question).stream()
                .map(JudgeCredential::single)
                .toList();
        if (findings.isEmpty()) {
            return finding(NOT_MET, none(rule.achievement())).next(earn(rule.achievement()));
        }
        return findings.stream()
                .filter(finding -> finding.standing() == MET)
                .findFirst()
                .orElse(findings.getLast());
    }

    private static Finding single(Holding holding) {
        Finding finding = switch (holding) {
            case Holding.Valid valid -> finding(MET, said("met", holding));
            case Holding.Expired expired -> finding(NOT_MET, expired(expired)).next(earn(achievement(holding)));
            case Holding.Revoked revoked -> finding(NOT_MET, revoked(revoked)).next(earn(achievement(holding)));
        };
        return finding.restingOn(holding.fact(), null);
    }

    /** That no such credential is held. */
    static Phrase none(String achievement) {
        return Phrase.of("finding.credential.none", "achievement", achievement);
    }

    static Phrase expired(Holding.Expired expired) {
        return said("expired", expired);
    }

    /** That it was revoked, and why, where that is known. */
    static Phrase revoked(Holding.Revoked revoked) {
        RevocationReason reason = revoked.lost().reason();
        return reason == null
                ? said("lost", revoked)
                : said("lost-because", revoked).with(Map.of("reason", reason.name()));
    }

    /** What the learner can do about one that is not held. */
    static Phrase earn(String achievement) {
        return Phrase.of("next.credential.earn", "achievement", achievement);
    }

    private static Phrase said(String state, Holding holding) {
        return Phrase.of("finding.credential." + state, "achievement", achievement(holding));
    }

    private static String achievement(Holding holding) {
        return holding.fact().achievement();
    }

    private static Finding finding(Standing standing, Phrase reason) {
        return Finding.of(RULE, standing, reason);
    }
}

package org.meritstream.evidence.judgement;

import static org.meritstream.events.CriterionStanding.Standing.MET;
import static org.meritstream.events.CriterionStanding.Standing.NOT_MET;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.meritstream.events.CriterionStanding.Standing;
import org.meritstream.events.Fact;
import org.meritstream.events.Rule.Credential;

/** The rule {@code credential}: the learner holds a credential that is neither revoked nor expired. */
final class JudgeCredential {
    private static final String RULE = "credential";

    private JudgeCredential() {}

    static Finding judge(Credential rule, Question question) {
        List<Fact.Held> held = question.history()
                .all(Fact.Held.class)
                .filter(fact ->
                        fact.achievement().equals(rule.achievement()) && Objects.equals(fact.issuer(), rule.issuer()))
                .toList();
        if (held.isEmpty()) {
            return finding(rule, NOT_MET, "none").next(earn(rule));
        }
        Set<String> lost = question.history()
                .all(Fact.Lost.class)
                .map(Fact.Lost::credential)
                .collect(Collectors.toSet());
        List<Finding> findings = held.stream()
                .map(fact -> single(rule, fact, lost, question.now()))
                .toList();
        return findings.stream()
                .filter(finding -> finding.standing() == MET)
                .findFirst()
                .orElse(findings.getLast());
    }

    private static Finding single(Credential rule, Fact.Held fact, Set<String> lost, Instant now) {
        Instant until = fact.validUntil();
        if (lost.contains(fact.credential())) {
            return finding(rule, NOT_MET, "lost").next(earn(rule)).restingOn(fact, null);
        }
        if (until != null && !now.isBefore(until)) {
            return finding(rule, NOT_MET, "expired").next(earn(rule)).restingOn(fact, null);
        }
        return finding(rule, MET, "met").restingOn(fact, null);
    }

    private static Phrase earn(Credential rule) {
        return Phrase.of("next.credential.earn", "achievement", rule.achievement());
    }

    private static Finding finding(Credential rule, Standing standing, String reason) {
        return Finding.of(RULE, standing, Phrase.of("finding.credential." + reason, "achievement", rule.achievement()));
    }
}

package org.meritstream.evidence.judgement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.meritstream.evidence.judgement.Fixtures.NORTHGATE;
import static org.meritstream.evidence.judgement.Fixtures.holds;
import static org.meritstream.evidence.judgement.Fixtures.version;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.meritstream.events.Achievement;
import org.meritstream.events.AwardRule;
import org.meritstream.events.ReleasePolicy;
import org.meritstream.events.Rule;

class ForeignAskedTest {
    private static final String ISSUER = "did:web:s.example";

    @Test
    void findsThemWhereverTheyStandInTheRulesEachOnce() {
        Rule credits = new Rule.Credits(
                BigDecimal.ONE,
                List.of(
                        new Rule.Credits.Counted("maths", null, null),
                        new Rule.Credits.Counted("urn:maps", ISSUER, BigDecimal.ONE)));
        Rule nested = new Rule.Any(List.of(
                new Rule.AtLeast(1, List.of(new Rule.All(List.of(foreign("urn:seas"), foreign("urn:maps")))))));

        assertThat(ForeignAsked.of(asking(credits, nested)))
                .containsExactly(new ForeignAsked("urn:maps", ISSUER), new ForeignAsked("urn:seas", ISSUER));
    }

    @Test
    void findsNoneAmongCredentialsOfTheInstitutionItself() {
        assertThat(ForeignAsked.of(asking(holds("maths")))).isEmpty();
    }

    private static Rule foreign(String achievement) {
        return new Rule.Credential(achievement, ISSUER);
    }

    private static Achievement asking(Rule... rules) {
        return version(NORTHGATE, 1, ReleasePolicy.AT_ONCE, AwardRule.ALL, rules)
                .definition();
    }
}

package org.meritstream.walletsync.learnerrecord;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.meritstream.events.RecordRefusal;
import org.meritstream.events.RecordRequested;
import org.meritstream.walletsync.learnerrecord.RequestDecision.Result;
import org.meritstream.walletsync.wallet.Facts;
import org.meritstream.walletsync.wallet.RecordRequest.Asked;
import org.meritstream.walletsync.wallet.Refusal;
import org.meritstream.walletsync.wallet.Wallet;

class RequestDecisionTest {
    private static final Duration DAY = Duration.ofDays(1);
    private static final Wallet HOLDING =
            Wallet.blank(Facts.NORTHGATE, Facts.ADA).with(Facts.waiting());

    @Test
    void asksForEverything() {
        assertThat(RequestDecision.decide(HOLDING, id(0), Facts.request(null), Facts.NOON))
                .isEqualTo(new Result.Requested(
                        HOLDING.records().request(id(0)).asked(new Asked(null, Facts.NOON)),
                        new RecordRequested(Facts.NORTHGATE, Facts.ADA, id(0), null, Facts.NOON)));
    }

    @Test
    void asksForAStackThatTheWalletHas() {
        assertThat(RequestDecision.decide(HOLDING, id(0), Facts.request(Facts.CREDENTIAL), Facts.NOON))
                .isInstanceOf(Result.Requested.class);
        assertThat(RequestDecision.decide(HOLDING, id(0), Facts.request(Facts.OTHER), Facts.NOON))
                .isEqualTo(new Result.Refused(Refusal.NOT_OFFERED));
    }

    @Test
    void asksOnce() {
        assertThat(RequestDecision.decide(asked(1, Facts.NOON), id(0), Facts.request(null), Facts.NOON.plus(DAY)))
                .isEqualTo(new Result.RequestedBefore());
    }

    @Test
    void asksWhereOnlyTheAnswerWasHeardOf() {
        Wallet answered = HOLDING.with(
                HOLDING.records().with(HOLDING.records().request(id(0)).refused(RecordRefusal.NOTHING_HELD)));

        assertThat(RequestDecision.decide(answered, id(0), Facts.request(null), Facts.NOON))
                .isInstanceOf(Result.Requested.class);
    }

    @Test
    void refusesMoreThanAreMadeWithinADay() {
        Wallet full = asked(RequestDecision.A_DAY, Facts.NOON);
        Instant next = Facts.NOON.plus(DAY);

        assertThat(RequestDecision.decide(full, id(9), Facts.request(null), next.minusMillis(1)))
                .isEqualTo(new Result.Refused(Refusal.ENOUGH_RECORDS));
        assertThat(RequestDecision.decide(full, id(9), Facts.request(null), next))
                .as("the first of them is a day ago")
                .isInstanceOf(Result.Requested.class);
        assertThat(RequestDecision.decide(
                        asked(RequestDecision.A_DAY - 1, Facts.NOON), id(9), Facts.request(null), Facts.NOON))
                .isInstanceOf(Result.Requested.class);
    }

    @Test
    void saysFromWhenOnAnotherMayBeAskedFor() {
        assertThat(RequestDecision.againFrom(asked(RequestDecision.A_DAY - 1, Facts.NOON), Facts.NOON))
                .isNull();
        assertThat(RequestDecision.againFrom(asked(RequestDecision.A_DAY, Facts.NOON), Facts.NOON.plusSeconds(9)))
                .isEqualTo(Facts.NOON.plus(DAY));
        assertThat(RequestDecision.againFrom(asked(RequestDecision.A_DAY + 2, Facts.NOON), Facts.NOON.plusSeconds(9)))
                .as("two of them have to be a day ago more")
                .isEqualTo(Facts.NOON.plusSeconds(2).plus(DAY));
    }

    /** So many, a second apart. */
    private static Wallet asked(int times, Instant from) {
        Wallet wallet = HOLDING;
        for (int n : IntStream.range(0, times).toArray()) {
            Asked what = new Asked(null, from.plusSeconds(n));
            wallet = wallet.with(
                    wallet.records().with(wallet.records().request(id(n)).asked(what)));
        }
        return wallet;
    }

    private static UUID id(int n) {
        return new UUID(0x8000, n);
    }
}

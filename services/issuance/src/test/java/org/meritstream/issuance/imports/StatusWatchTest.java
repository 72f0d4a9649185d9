package org.meritstream.issuance.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meritstream.events.EventFormat;
import org.meritstream.events.LapseReason;
import org.meritstream.issuance.Fixtures;
import org.meritstream.issuance.SignedFixture;
import org.meritstream.issuance.fetching.Documents;
import org.meritstream.issuance.fetching.Wanted;
import org.meritstream.issuance.imports.StatusWatch.Seen;
import org.meritstream.issuance.status.Bitstring;
import org.meritstream.issuance.status.StatusListCredential;
import org.meritstream.issuance.verification.Published;
import org.meritstream.issuance.verification.Registries;
import org.meritstream.issuance.verification.Verifier;

/** What is kept of a credential, and what its status is found to be by that alone. */
class StatusWatchTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final URI LIST = URI.create("http://localhost:8080/status/northgate-1");
    private static final Duration DAY = Duration.ofDays(1);

    private final Verifier verifier = new Verifier(SignedFixture.SUITE, SignedFixture.JOSE, new Registries(Map.of()));

    @Test
    void keepsNothingThatSaysWhoseItIs() {
        assertThat(watched(SignedFixture.credential()))
                .contains("credentialStatus")
                .doesNotContain("Amina")
                .doesNotContain("identityHash")
                .doesNotContain("credentialSubject");
    }

    @Test
    void watchesNothingThatNamesNoList() {
        assertThat(StatusWatch.of(EventFormat.JSON.createObjectNode())).isNull();
    }

    @Test
    void findsGoodWhatIsNotSet() {
        assertThat(seen(SignedFixture.credential(), Published.byNorthgate())).isEqualTo(new Seen.Good());
    }

    @Test
    void findsARevocation() {
        assertThat(seen(SignedFixture.credential(), Published.byNorthgate(SignedFixture.INDEX)))
                .isEqualTo(new Seen.Lapsed(LapseReason.REVOKED));
    }

    @Test
    void tellsASuspensionFromARevocation() {
        String suspended = SignedFixture.credential()
                .replace("\"statusPurpose\":\"revocation\"", "\"statusPurpose\":\"suspension\"");
        Published lists = Published.byNorthgate()
                .with(
                        LIST.toString(),
                        SignedFixture.sign(unsignedList(SignedFixture.INDEX)
                                .replace("\"statusPurpose\":\"revocation\"", "\"statusPurpose\":\"suspension\"")));

        assertThat(seen(suspended, lists)).isEqualTo(new Seen.Lapsed(LapseReason.SUSPENDED));
    }

    @Test
    void saysNothingWhereTheListIsAwayOrNotToBeBelieved() {
        Published away = Published.byNorthgate().without(LIST.toString());
        Published changed = Published.byNorthgate(SignedFixture.INDEX)
                .with(
                        LIST.toString(),
                        SignedFixture.statusList(SignedFixture.INDEX).replace("2026", "2025"));

        assertThat(seen(SignedFixture.credential(), away)).isEqualTo(new Seen.Unread());
        assertThat(seen(SignedFixture.credential(), changed)).isEqualTo(new Seen.Unread());
    }

    @ParameterizedTest
    @CsvSource({"1000, P1D", "86400000, P1D", "172800000, P2D", "-5, P1D", "9000000000000, P30D"})
    void readsAListAgainDailyButNotWhileItIsGood(long ttl, Duration after) {
        Documents list = new Published()
                .with(LIST.toString(), SignedFixture.statusList().replaceFirst("\"ttl\":[0-9]+", "\"ttl\":" + ttl));
        StatusWatch.Timed timed = new StatusWatch.Timed(list);

        timed.read(LIST, Wanted.DOCUMENT);

        assertThat(timed.next(NOW, DAY)).isEqualTo(NOW.plus(after));
    }

    private Seen seen(String credential, Published lists) {
        return StatusWatch.read(watched(credential), entry -> verifier.status(entry, lists, NOW));
    }

    private static String unsignedList(int revoked) {
        return StatusListCredential.document(
                Fixtures.NORTHGATE, "northgate-1", Bitstring.empty().with(List.of(revoked)), SignedFixture.AT);
    }

    private static String watched(String credential) {
        try {
            return String.valueOf(StatusWatch.of(EventFormat.JSON.readTree(credential)));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}

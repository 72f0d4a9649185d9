package org.meritstream.quickstart.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class RoutesTest {
    private final Routes routes = Routes.ofTheProduct();

    @Test
    void refusesAPrefixWithTwoOwners() {
        assertThatThrownBy(() -> Routes.of(List.of("/claim = wallet-sync", "/claim = issuance")))
                .hasMessage("two owners of /claim");
    }

    @Test
    void givesTheLongestPrefixTheWord() {
        assertThat(routes.ownerOf("/api/wallet/offers/1/links")).isEqualTo("wallet-sync");
        assertThat(routes.ownerOf("/api/wallet-sync/commands/1")).isEqualTo("wallet-sync");
        assertThat(routes.ownerOf("/api/intake/deliveries")).isEqualTo("assessment");
        assertThat(routes.ownerOf("/issuers/northgate/did.json")).isEqualTo("issuance");
    }

    @Test
    void matchesWholeSegmentsOnly() {
        assertThat(routes.ownerOf("/intakes")).isEqualTo("gateway");
        assertThat(routes.ownerOf("/claim/")).isEqualTo("wallet-sync");
    }

    @Test
    void keepsWhatNobodyOwns() {
        assertThat(routes.ownerOf("/q/metrics")).isEqualTo("gateway");
        assertThat(routes.ownerOf("/")).isEqualTo("gateway");
    }

    @Test
    void knowsOnlyTheFourServicesAndItself() {
        assertThat(Set.copyOf(routes.owners().values()))
                .containsExactlyInAnyOrder("assessment", "evidence", "issuance", "wallet-sync", "gateway");
    }
}

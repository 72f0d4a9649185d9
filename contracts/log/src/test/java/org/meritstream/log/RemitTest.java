package org.meritstream.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RemitTest {
    private static final Remit ADMIN = new Remit("northgate", false);
    private static final Remit OPERATOR = new Remit(null, true);

    @Test
    void givesAnAdministratorTheLettersOfTheirTenantAlone() {
        assertThat(ADMIN.covers("northgate/a-1")).isTrue();
        assertThat(ADMIN.covers("northgate-2/a-1")).isFalse();
        assertThat(ADMIN.covers("southbank/northgate/a-1")).isFalse();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {"", "northgate", "/", "/a-1", "NORTHGATE/a-1", "north gate/a-1", "-northgate/a-1", "{\"a\":1}/"})
    void givesAnOperatorWhatNamesNoTenant(@Nullable String key) {
        assertThat(OPERATOR.covers(key)).isTrue();
        assertThat(ADMIN.covers(key)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"northgate/a-1", "southbank/", "n/a", "north-gate/a/b", "northgate/a\nb"})
    void givesAnOperatorNothingOfATenant(String key) {
        assertThat(OPERATOR.covers(key)).isFalse();
    }

    @Test
    void givesBothToWhoIsBoth() {
        Remit both = new Remit("northgate", true);

        assertThat(both.covers("northgate/a-1")).isTrue();
        assertThat(both.covers("")).isTrue();
        assertThat(both.covers("southbank/a-1")).isFalse();
    }
}

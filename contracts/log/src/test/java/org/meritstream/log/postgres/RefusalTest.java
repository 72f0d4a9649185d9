package org.meritstream.log.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.pgclient.PgException;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meritstream.log.RecordFault;
import org.meritstream.log.StoreFault;

class RefusalTest {

    @ParameterizedTest
    @ValueSource(strings = {"21000", "22003", "22P05", "23505", "54000"})
    void holdsTheRecordToBlameForItsData(String state) {
        assertThat(Refusal.of(refused(state)))
                .isInstanceOf(RecordFault.class)
                .hasMessage("the store refuses the data: " + state);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0A000", "3D000", "3F000", "42601", "42P01", "42501"})
    void namesAStatementThatTheStoreDoesNotTake(String state) {
        assertThat(Refusal.of(refused(state)))
                .isInstanceOf(StoreFault.class)
                .hasMessage("the store refuses a statement: " + state);
    }

    @ParameterizedTest
    @ValueSource(strings = {"08006", "25006", "40001", "53100", "53300", "57014", "57P01", "58030", "XX000"})
    void leavesToTimeWhatMayPass(String state) {
        RuntimeException fault = refused(state);

        assertThat(Refusal.of(fault)).isSameAs(fault);
    }

    @Test
    void leavesToTimeWhatPostgresqlDidNotSay() {
        RuntimeException fault = new IllegalStateException("Connection reset");

        assertThat(Refusal.of(fault)).isSameAs(fault);
    }

    @Test
    void quotesNothingOfTheRecord() {
        assertThat(Refusal.of(refused("23505")).getMessage()).doesNotContain("S-4711");
        assertThat(Refusal.of(refused("42804")).getMessage()).doesNotContain("S-4711");
    }

    private static RuntimeException refused(String state) {
        return new CompletionException(
                new PgException("Key (number)=(S-4711)", "ERROR", state, "Key (number)=(S-4711)"));
    }
}

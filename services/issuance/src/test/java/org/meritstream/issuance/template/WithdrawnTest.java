package org.meritstream.issuance.template;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WithdrawnTest {
    private final Withdrawn withdrawn = new Withdrawn(3);

    @Test
    void hasWhatWasAddedAndNothingElse() {
        withdrawn.add("a");
        withdrawn.add("b");
        withdrawn.add("b");

        assertThat(withdrawn.has("a")).isTrue();
        assertThat(withdrawn.has("b")).isTrue();
        assertThat(withdrawn.has("c")).isFalse();
    }

    /** Nothing that was withdrawn is forgotten to make room: from then on all else is held to be, too. */
    @Test
    void hasEverythingOnceItIsFull() {
        withdrawn.add("a");
        withdrawn.add("b");
        withdrawn.add("c");

        assertThat(withdrawn.has("a")).isTrue();
        assertThat(withdrawn.has("never seen")).isTrue();
    }
}

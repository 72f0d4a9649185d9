package org.meritstream.events;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RequiredMembersTest {
    record Leaf(@Nullable String optional, String required) {}

    record Branch(String name, List<Leaf> leaves, @Nullable Leaf spare) {}

    private static final Leaf WHOLE = new Leaf(null, "there");

    @Test
    void passesARecordThatLacksOnlyWhatItMay() {
        assertThatCode(() -> RequiredMembers.check(new Branch("b", List.of(WHOLE), null)))
                .doesNotThrowAnyException();
    }

    @Test
    void namesTheRecordAndTheMemberThatIsMissing() {
        refuses(broken(), "Leaf lacks required");
    }

    @Test
    void looksIntoLists() {
        refuses(new Branch("b", List.of(WHOLE, broken()), null), "Leaf lacks required");
    }

    @Test
    void looksIntoOptionalMembersThatAreThere() {
        refuses(new Branch("b", List.of(), broken()), "Leaf lacks required");
    }

    @Test
    void refusesNullInAList() {
        List<@Nullable Leaf> leaves = new ArrayList<>();
        leaves.add(null);

        refuses(branch(leaves), "a list holds null");
    }

    private static void refuses(Record record, String reason) {
        assertThatThrownBy(() -> RequiredMembers.check(record))
                .isInstanceOf(MalformedEvent.class)
                .hasMessage(reason);
    }

    /** What a parser may make and a programmer may not. */
    @SuppressWarnings("NullAway")
    private static Leaf broken() {
        return new Leaf("there", null);
    }

    @SuppressWarnings({"NullAway", "unchecked"})
    private static Branch branch(List<@Nullable Leaf> leaves) {
        return new Branch("b", (List<Leaf>) (List<?>) leaves, null);
    }
}

package org.meritstream.issuance.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Which bits a turn sets and clears, whatever it has to say of one entry. */
class ListChangesTest {
    private static final String LIST = "northgate-1";
    private static final StatusEntry ENTRY = new StatusEntry(LIST, 7);

    private final ListChanges changes = new ListChanges();

    @Test
    void setsWhatIsRevokedAndLeavesAListWithoutSuspensionsSo() {
        changes.revoke(ENTRY);

        ListBits after = changes.after(LIST, ListBits.empty(false));

        assertThat(after).isEqualTo(new ListBits(Bitstring.empty().with(List.of(7)), null));
    }

    @Test
    void keepsBothHalvesOfAListThatIsOnlyRenewed() {
        changes.renew(LIST);
        ListBits before = new ListBits(
                Bitstring.empty().with(List.of(1)), Bitstring.empty().with(List.of(2)));

        assertThat(changes.lists()).containsExactly(LIST);
        assertThat(changes.after(LIST, before)).isEqualTo(before);
    }

    @Test
    void givesAListItsSecondHalf() {
        changes.suspends(LIST);

        assertThat(changes.after(LIST, ListBits.empty(false))).isEqualTo(ListBits.empty(true));
    }

    @Test
    void clearsWhatIsReinstatedAndNothingElse() {
        changes.reinstate(ENTRY);
        ListBits before = new ListBits(
                Bitstring.empty().with(List.of(7, 8)), Bitstring.empty().with(List.of(6, 7)));

        assertThat(changes.after(LIST, before))
                .isEqualTo(new ListBits(before.revoked(), Bitstring.empty().with(List.of(6))));
    }

    @Test
    void leavesWhatIsRevokedSuspended() {
        changes.suspend(ENTRY);
        changes.revoke(ENTRY);

        ListBits after = changes.after(LIST, ListBits.empty(true));

        assertThat(after.revoked().isSet(7)).isTrue();
        assertThat(after.suspended()).isEqualTo(Bitstring.empty().with(List.of(7)));
    }

    @Test
    void goesByTheLastWordOfOneEntryInOneTurn() {
        changes.suspend(ENTRY);
        ListChanges later = new ListChanges();
        later.reinstate(ENTRY);
        later.suspend(new StatusEntry(LIST, 9));
        changes.add(later);

        assertThat(changes.after(LIST, ListBits.empty(true)).suspended())
                .isEqualTo(Bitstring.empty().with(List.of(9)));
    }
}

package org.meritstream.walletsync.wallet;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.Message;

/**
 * What one event did to a wallet.
 *
 * @param wallet as it stands now
 * @param emitted what is announced for it
 * @param answer the outcome of a command; null for a fact
 */
public record Effect(
        Wallet wallet, List<Message> emitted, @Nullable Answer answer) {

    /** A fact that is announced to nobody. */
    public static Effect quiet(Wallet wallet) {
        return new Effect(wallet, List.of(), null);
    }
}

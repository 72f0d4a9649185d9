package org.meritstream.walletsync.flow;

import org.jspecify.annotations.Nullable;
import org.meritstream.log.http.Outcome;
import org.meritstream.walletsync.wallet.Answer;

/** How a wallet's answer is stored for whoever gave the command. */
final class Outcomes {
    private Outcomes() {}

    /** The outcome to store; null for a fact, which nobody waits for. */
    static @Nullable Outcome of(String tenant, @Nullable Answer answer) {
        return switch (answer) {
            case null -> null;
            case Answer.Done(var credential) ->
                new Outcome(tenant, Outcome.State.DONE, "/api/wallet/offers?credential=" + credential, null);
            case Answer.Requested(var learner) ->
                new Outcome(tenant, Outcome.State.DONE, "/api/wallet/offers?learner=" + learner, null);
            case Answer.Refused(var why) -> new Outcome(tenant, Outcome.State.REFUSED, null, why.problem());
        };
    }
}

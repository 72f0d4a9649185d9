package org.meritstream.walletsync.learnerrecord;

import static org.meritstream.walletsync.learnerrecord.RequestDecision.Result.Refused;
import static org.meritstream.walletsync.learnerrecord.RequestDecision.Result.Requested;
import static org.meritstream.walletsync.learnerrecord.RequestDecision.Result.RequestedBefore;

import java.util.List;
import java.util.UUID;
import org.meritstream.events.RequestRecord;
import org.meritstream.log.EventIds;
import org.meritstream.log.Inbound;
import org.meritstream.walletsync.wallet.Announcement;
import org.meritstream.walletsync.wallet.Answer;
import org.meritstream.walletsync.wallet.Effect;
import org.meritstream.walletsync.wallet.Wallet;

/** The learner asks for what they hold in one signed record: told to issuance, once for each command. */
public final class OnRequestRecord {
    private OnRequestRecord() {}

    /** What it does to the learner's wallet. The request's id follows from the command's. */
    public static Effect on(Wallet wallet, Inbound event, RequestRecord command) {
        UUID request = request(command.tenant(), event.id());
        Answer done = new Answer.Requested(command.learner());
        return switch (RequestDecision.decide(wallet, request, command, event.time())) {
            case Requested(var asked, var fact) ->
                new Effect(wallet.with(wallet.records().with(asked)), Announcement.once(event, fact), done);
            case RequestedBefore() -> new Effect(wallet, List.of(), done);
            case Refused(var why) -> new Effect(wallet, List.of(), new Answer.Refused(why));
        };
    }

    /** The request that a command makes. */
    public static UUID request(String tenant, String command) {
        return UUID.fromString(EventIds.of("record.request", tenant, command));
    }
}

package org.meritstream.walletsync.learnerrecord;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.RecordRequested;
import org.meritstream.events.RequestRecord;
import org.meritstream.walletsync.wallet.RecordRequest;
import org.meritstream.walletsync.wallet.RecordRequest.Asked;
import org.meritstream.walletsync.wallet.Refusal;
import org.meritstream.walletsync.wallet.Wallet;

/** Whether a learner's record is asked for, and whether it is the first time. */
public final class RequestDecision {
    /** Who applies needs one, perhaps of a stack beside it, and another once something was corrected. A record may be signed for a second and take half a megabyte. */
    public static final int A_DAY = 5;

    private static final Duration DAY = Duration.ofDays(1);

    private RequestDecision() {}

    /** What comes of it. */
    public sealed interface Result {

        /** It is asked for from now on. */
        record Requested(RecordRequest request, RecordRequested fact) implements Result {}

        /** It was asked for before. */
        record RequestedBefore() implements Result {}

        /** It is not. */
        record Refused(Refusal why) implements Result {}
    }

    /** Decides on what the learner's wallet holds. Whether a record can be made of it, issuance says. */
    public static Result decide(Wallet wallet, UUID request, RequestRecord command, Instant now) {
        if (wallet.records().request(request).asked() != null) {
            return new Result.RequestedBefore();
        }
        if (command.stack() != null && wallet.offer(command.stack()) == null) {
            return new Result.Refused(Refusal.NOT_OFFERED);
        }
        if (againFrom(wallet, now) != null) {
            return new Result.Refused(Refusal.ENOUGH_RECORDS);
        }
        RecordRequest asked = wallet.records().request(request).asked(new Asked(command.stack(), now));
        return new Result.Requested(
                asked, new RecordRequested(command.tenant(), command.learner(), request, command.stack(), now));
    }

    /** From when on the learner may ask for another record; null where they may now. */
    public static @Nullable Instant againFrom(Wallet wallet, Instant now) {
        List<Instant> within = wallet.records().requests().stream()
                .map(RecordRequest::asked)
                .filter(Objects::nonNull)
                .map(Asked::at)
                .filter(at -> at.isAfter(now.minus(DAY)))
                .sorted()
                .toList();
        return within.size() < A_DAY ? null : within.get(within.size() - A_DAY).plus(DAY);
    }
}

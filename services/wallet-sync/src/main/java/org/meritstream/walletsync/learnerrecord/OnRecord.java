package org.meritstream.walletsync.learnerrecord;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.RecordIssued;
import org.meritstream.events.RecordRefused;
import org.meritstream.events.RecordVisibilityChanged;
import org.meritstream.walletsync.wallet.Effect;
import org.meritstream.walletsync.wallet.LearnerRecord;
import org.meritstream.walletsync.wallet.Records;
import org.meritstream.walletsync.wallet.Sharing;
import org.meritstream.walletsync.wallet.Wallet;

/** What issuance says of a learner's records, whatever it says first. */
public final class OnRecord {
    private OnRecord() {}

    /** One was made; for the learner's own request, or at their word to a registrar. */
    public static Effect issued(Wallet wallet, RecordIssued fact) {
        LearnerRecord.Made made =
                new LearnerRecord.Made(fact.stack(), fact.credentials(), fact.address(), fact.issuedAt());
        Records records =
                wallet.records().with(wallet.records().record(fact.record()).made(made));
        UUID request = fact.request();
        return Effect.quiet(wallet.with(
                request == null
                        ? records
                        : records.with(records.request(request).met(fact.record()))));
    }

    /** None was made of what the learner asked for. */
    public static Effect refused(Wallet wallet, RecordRefused fact) {
        Records records = wallet.records();
        return Effect.quiet(
                wallet.with(records.with(records.request(fact.request()).refused(fact.reason()))));
    }

    /** A registrar said who may see one. Of two decisions the later by its own time stands. */
    public static Effect shown(Wallet wallet, RecordVisibilityChanged fact) {
        Records records = wallet.records();
        LearnerRecord record = records.record(fact.record());
        return later(fact.changedAt(), record.sharing().decidedAt())
                ? Effect.quiet(
                        wallet.with(records.with(record.shared(new Sharing(fact.visibility(), fact.changedAt())))))
                : Effect.quiet(wallet);
    }

    private static boolean later(Instant now, @Nullable Instant before) {
        return before == null || now.isAfter(before);
    }
}

package org.meritstream.walletsync.claim;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.EventFormat;
import org.meritstream.events.Visibility;
import org.meritstream.walletsync.document.SignedDocument;
import org.meritstream.walletsync.learnerrecord.RequestDecision;
import org.meritstream.walletsync.offer.Held;
import org.meritstream.walletsync.wallet.LearnerRecord;
import org.meritstream.walletsync.wallet.RecordRequest;
import org.meritstream.walletsync.wallet.Records;
import org.meritstream.walletsync.wallet.Wallet;

/**
 * What the learner sees of their records.
 *
 * @param path this page's own path, which its forms and links begin with
 * @param back the credential's page
 * @param stack whether the credential of this visit was earned by holding others
 * @param requests what was asked for and is not made, the newest first
 * @param entries what was made, the newest first
 * @param again from when on another may be asked for, in words; null where one may be now
 * @param request what this page's forms are known by
 * @param formToken proves that a form came from this page
 * @param ends when the session ends, in words
 * @param notice something about what was just asked, or null
 */
record RecordsPage(
        String path,
        String back,
        String issuer,
        String achievement,
        boolean stack,
        List<Waiting> requests,
        List<Entry> entries,
        int most,
        @Nullable String again,
        String request,
        String formToken,
        String ends,
        @Nullable String notice) {

    /** Whose visit it is, and to what. */
    record Seen(Visit visit, Held held, SignedDocument.Copy copy) {}

    /**
     * What was asked for.
     *
     * @param refused why there is none, or null while it is being made
     */
    record Waiting(String of, String asked, @Nullable String refused) {}

    /**
     * What was made.
     *
     * @param changed whether a credential in it does not stand any more
     */
    record Entry(UUID id, String of, String made, int credentials, String address, boolean shared, boolean changed) {}

    static RecordsPage of(Seen seen, UUID request, Instant now, @Nullable String notice) {
        Session session = seen.visit().session();
        Wallet wallet = seen.held().wallet();
        Instant again = RequestDecision.againFrom(wallet, now);
        return new RecordsPage(
                CredentialPath.records(session.credential()),
                CredentialPath.of(session.credential()),
                seen.copy().issuerName(),
                seen.copy().achievementName(),
                isStack(seen.copy()),
                requests(seen),
                entries(seen),
                RequestDecision.A_DAY,
                again == null ? null : Words.moment(again),
                request.toString(),
                seen.visit().secret().formToken(),
                Words.moment(session.expiresAt()),
                notice);
    }

    private static List<Waiting> requests(Seen seen) {
        Records records = seen.held().wallet().records();
        return records.requests().stream()
                .filter(one -> one.record() == null && one.asked() != null)
                .sorted(Comparator.comparing(RecordsPage::askedAt).reversed())
                .map(one -> waiting(one, seen))
                .toList();
    }

    private static Instant askedAt(RecordRequest request) {
        return request.asked() == null ? Instant.MIN : request.asked().at();
    }

    private static Waiting waiting(RecordRequest request, Seen seen) {
        UUID stack = request.asked() == null ? null : request.asked().stack();
        String refused = request.refused() == null ? null : Words.of(request.refused());
        return new Waiting(named(stack, seen), Words.moment(askedAt(request)), refused);
    }

    private static List<Entry> entries(Seen seen) {
        return seen.held().wallet().records().made().stream()
                .filter(one -> one.made() != null)
                .sorted(Comparator.comparing(RecordsPage::madeAt).reversed())
                .map(one -> entry(one, seen))
                .toList();
    }

    private static Instant madeAt(LearnerRecord record) {
        return record.made() == null ? Instant.MIN : record.made().at();
    }

    private static Entry entry(LearnerRecord record, Seen seen) {
        LearnerRecord.Made made = Objects.requireNonNull(record.made(), "what was made is listed");
        return new Entry(
                record.record(),
                named(made.stack(), seen),
                Words.moment(made.at()),
                made.credentials().size(),
                made.address(),
                record.sharing().visibility() == Visibility.PUBLIC,
                made.credentials().stream()
                        .anyMatch(one -> changed(one, seen.held().wallet())));
    }

    private static boolean changed(UUID credential, Wallet wallet) {
        var offer = wallet.offer(credential);
        return offer != null && (offer.revocation() != null || offer.supersededBy() != null);
    }

    private static String named(@Nullable UUID stack, Seen seen) {
        if (stack == null) {
            return "Everything you hold from " + seen.copy().issuerName();
        }
        return stack.equals(seen.visit().session().credential())
                ? seen.copy().achievementName() + ", with what it is built on"
                : "One of your awards, with what it is built on";
    }

    /** A stack states the credentials that it was earned by as its evidence (docs/adr/0019). */
    private static boolean isStack(SignedDocument.Copy copy) {
        String beginning = copy.address().substring(0, copy.address().lastIndexOf('/') + 1);
        JsonNode evidence = tree(SignedFile.json(copy)).path("evidence");
        return StreamSupport.stream(evidence.spliterator(), false)
                .anyMatch(one -> one.path("id").asText().startsWith(beginning));
    }

    private static JsonNode tree(String document) {
        try {
            return EventFormat.JSON.readTree(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was signed is JSON", e);
        }
    }
}

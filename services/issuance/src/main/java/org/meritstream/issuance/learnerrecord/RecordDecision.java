package org.meritstream.issuance.learnerrecord;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.issuance.credential.HeldCredential;
import org.meritstream.issuance.issuer.Issuer;
import org.meritstream.issuance.learner.Profile;

/** Which credentials a record is made of, if one is made. Pure. */
public final class RecordDecision {
    /** Half of what a verifier looks into, so that canonicalizing it stays far from the bound for graphs that are built to be hard. */
    public static final int MOST = 50;

    private RecordDecision() {}

    /** Why there is none. */
    public enum Refusal {
        /** The tenant has no issuer, so nobody could sign. */
        NO_ISSUER,
        /** The roster does not know the learner. */
        UNKNOWN_LEARNER,
        /** Nothing that was issued to them stands. */
        NOTHING_HELD,
        /** The credential is not theirs, or does not stand. */
        UNKNOWN_STACK,
        /** It rests on no other credential that stands. */
        NO_STACK,
        /** More than {@link #MOST}. */
        TOO_MUCH
    }

    /** The decision. */
    public sealed interface Outcome {

        /**
         * It is to be issued.
         *
         * @param stack the credential that it is about, or null for everything that is held
         */
        record Issue(
                UUID id,
                Issuer by,
                Profile person,
                RecordCredential.Content content,
                @Nullable UUID stack) implements Outcome {}

        /** The last that was made of the same holds the same. */
        record AlreadyThere(UUID id) implements Outcome {}

        /** It is not. */
        record Refused(Refusal why) implements Outcome {}
    }

    /**
     * What is known around a command.
     *
     * @param by the tenant's issuer, or null
     * @param keys DID URLs of the keys that its documents are signed with now
     * @param person the learner, or null
     * @param credentials all that were issued to them
     * @param records those that were made for them before
     */
    public record Known(
            @Nullable Issuer by,
            Set<String> keys,
            @Nullable Profile person,
            List<HeldCredential> credentials,
            List<HeldRecord> records) {}

    /**
     * Decides.
     *
     * @param id what it would have; follows from the command, or from the learner's request
     * @param stack the credential that it is to be about, or null for everything that is held
     * @param at when it was asked for
     */
    public static Outcome decide(UUID id, @Nullable UUID stack, Known known, Instant at) {
        if (known.records().stream().anyMatch(one -> one.id().equals(id) && one.signed())) {
            return new Outcome.AlreadyThere(id);
        }
        if (known.by() == null) {
            return new Outcome.Refused(Refusal.NO_ISSUER);
        }
        if (known.person() == null) {
            return new Outcome.Refused(Refusal.UNKNOWN_LEARNER);
        }
        Holdings holdings = Holdings.at(at, known.credentials());
        Asked asked = new Asked(id, known.by(), known.person(), known);
        return stack == null ? everything(asked, holdings) : stack(asked, stack, holdings);
    }

    /** For whom, by whom, and what is known around it. */
    private record Asked(UUID id, Issuer by, Profile person, Known known) {

        Outcome.Issue issue(RecordCredential.Content content, @Nullable UUID stack) {
            return new Outcome.Issue(id, by, person, content, stack);
        }
    }

    private static Outcome everything(Asked asked, Holdings holdings) {
        List<HeldCredential> all = List.copyOf(holdings.standing().values());
        if (all.isEmpty()) {
            return new Outcome.Refused(Refusal.NOTHING_HELD);
        }
        String name = "Learner record from " + asked.by().name();
        RecordCredential.Content content = new RecordCredential.Content(name, false, all, holdings);
        return unlessThere(asked.issue(content, null), asked.known());
    }

    private static Outcome stack(Asked asked, UUID stack, Holdings holdings) {
        HeldCredential top = holdings.inPlaceOf(stack);
        if (top == null) {
            return new Outcome.Refused(Refusal.UNKNOWN_STACK);
        }
        List<HeldCredential> parts = holdings.builtOn(top);
        if (parts.size() < 2) {
            return new Outcome.Refused(Refusal.NO_STACK);
        }
        boolean partial = parts.size() < holdings.standing().size();
        String name = RecordCredential.achievementName(top) + ", with what it is built on";
        RecordCredential.Content content = new RecordCredential.Content(name, partial, parts, holdings);
        return unlessThere(asked.issue(content, top.id()), asked.known());
    }

    /**
     * By the same name of the person: a corrected name is in every credential, which are others then. One by a former key, or of credentials that were
     * secured again since, is no reason to make no other: that key may be believed no more.
     */
    private static Outcome unlessThere(Outcome.Issue issue, Known known) {
        if (issue.content().credentials().size() > MOST) {
            return new Outcome.Refused(Refusal.TOO_MUCH);
        }
        List<UUID> ids = ids(issue);
        List<String> within = issue.content().credentials().stream()
                .map(HeldCredential::secured)
                .toList();
        return known.records().stream()
                .filter(one -> one.madeSo(known.keys(), within))
                .filter(one -> Objects.equals(one.stack(), issue.stack())
                        && one.credentials().equals(ids))
                .findFirst()
                .<Outcome>map(one -> new Outcome.AlreadyThere(one.id()))
                .orElse(issue);
    }

    /** Of the credentials within, in the order in which they stand there. */
    public static List<UUID> ids(Outcome.Issue issue) {
        return issue.content().credentials().stream().map(HeldCredential::id).toList();
    }
}

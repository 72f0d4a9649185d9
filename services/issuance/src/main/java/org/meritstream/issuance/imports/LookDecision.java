package org.meritstream.issuance.imports;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.ImportRefusal;
import org.meritstream.issuance.credential.AchievementCredential;
import org.meritstream.issuance.verification.Check.Result;
import org.meritstream.issuance.verification.CheckName;
import org.meritstream.issuance.verification.Period;
import org.meritstream.issuance.verification.Verification;

/**
 * Whether another issuer's credential counts for a learner here. First what the credential says, for which nobody is asked: so no server is
 * called for what would not count anyway. Then what was found of it. Pure.
 */
final class LookDecision {
    private LookDecision() {}

    /**
     * For whom and where it is to count.
     *
     * @param own id of the tenant's own issuer, or null where it has none
     * @param recognised ids of the issuers whose credentials the tenant counts
     * @param email of the learner, as the roster has it, or null
     */
    record Around(
            @Nullable String own,
            Set<String> recognised,
            @Nullable String email) {
        @Override
        public String toString() {
            return "Around[" + own + "]";
        }
    }

    /** Why it would not count whatever its proof is worth; null where that is to be looked at. */
    static @Nullable ImportRefusal beforehand(Stated stated, Around around) {
        if (!stated.achievement()) {
            return ImportRefusal.NOT_A_CREDENTIAL;
        }
        if (stated.issuer() == null || stated.about() == null || stated.id() == null) {
            return ImportRefusal.MALFORMED;
        }
        if (stated.issuer().equals(around.own())) {
            return ImportRefusal.OWN_CREDENTIAL;
        }
        if (!around.recognised().contains(stated.issuer())) {
            return ImportRefusal.ISSUER_NOT_RECOGNISED;
        }
        return holder(stated, around.email());
    }

    /** Why it does not count as it was found; null where it does. */
    static @Nullable ImportRefusal found(Verification verification, @Nullable Period period) {
        Map<CheckName, Result> results = new EnumMap<>(CheckName.class);
        verification.checks().forEach(check -> results.put(check.name(), check.result()));
        if (!all(results, CheckName.PARSE, CheckName.TYPE, CheckName.CONTEXT, CheckName.SCHEMA)) {
            return ImportRefusal.MALFORMED;
        }
        if (is(Result.INVALID, results, CheckName.ISSUER, CheckName.PROOF)) {
            return ImportRefusal.PROOF_INVALID;
        }
        if (is(Result.UNCHECKED, results, CheckName.ISSUER, CheckName.PROOF)) {
            return ImportRefusal.NOT_CHECKABLE;
        }
        if (results.get(CheckName.DATES) != Result.VALID) {
            return dates(period, verification.at());
        }
        return switch (results.getOrDefault(CheckName.STATUS, Result.UNCHECKED)) {
            case INVALID -> ImportRefusal.REVOKED;
            case UNCHECKED -> ImportRefusal.NOT_CHECKABLE;
            // What it points at and cannot be read takes nothing from it; what was changed there does.
            case VALID -> is(Result.INVALID, results, CheckName.EVIDENCE) ? ImportRefusal.PROOF_INVALID : null;
        };
    }

    /** When it is in force; null where what it says are no dates. */
    static @Nullable Period period(JsonNode credential) {
        try {
            return Period.of(credential);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static ImportRefusal dates(@Nullable Period period, Instant now) {
        if (period == null) {
            return ImportRefusal.MALFORMED;
        }
        return period.begins(now) ? ImportRefusal.NOT_YET_VALID : ImportRefusal.EXPIRED;
    }

    private static @Nullable ImportRefusal holder(Stated stated, @Nullable String email) {
        if (stated.emails().isEmpty()) {
            return ImportRefusal.HOLDER_NOT_NAMED;
        }
        if (email == null || email.isBlank()) {
            return ImportRefusal.LEARNER_WITHOUT_EMAIL;
        }
        return stated.emails().stream().anyMatch(identity -> names(identity, email.strip()))
                ? null
                : ImportRefusal.ANOTHER_HOLDER;
    }

    /** As the roster writes it, or all in lower case: most issuers lower it before they hash it. */
    private static boolean names(Stated.Identity identity, String email) {
        String lower = email.toLowerCase(Locale.ROOT);
        if (!identity.hashed()) {
            return identity.hash().strip().equalsIgnoreCase(email);
        }
        return identity.hash().equalsIgnoreCase(AchievementCredential.identityHash(email, identity.salt()))
                || identity.hash().equalsIgnoreCase(AchievementCredential.identityHash(lower, identity.salt()));
    }

    private static boolean all(Map<CheckName, Result> results, CheckName... names) {
        for (CheckName name : names) {
            if (results.get(name) != Result.VALID) {
                return false;
            }
        }
        return true;
    }

    private static boolean is(Result result, Map<CheckName, Result> results, CheckName... names) {
        for (CheckName name : names) {
            if (results.get(name) == result) {
                return true;
            }
        }
        return false;
    }
}

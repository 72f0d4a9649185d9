package org.meritstream.issuance.verification;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A verification as {@code POST /api/verify} answers it.
 *
 * @param verified true, false, or null when something could not be checked and nothing failed
 * @param checkedAt RFC 3339
 * @param credential what it says of itself, checked or not
 * @param parts the credentials within it
 * @param partsNotLookedInto how many more there are; null where there are none
 */
record VerificationAnswer(
        @JsonInclude @Nullable Boolean verified,
        String checkedAt,
        Said credential,
        List<Made> checks,
        Trust issuerTrust,
        List<VerificationAnswer> parts,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer partsNotLookedInto) {

    /** What it says of itself. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Said(
            String kind,
            @Nullable String id,
            @Nullable String name,
            @Nullable String issuer,
            @Nullable String issuerName) {}

    /**
     * One check.
     *
     * @param purpose of the status entry that decided it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Made(
            String name,
            String result,
            String reason,
            @Nullable String purpose) {

        static Made of(Check check) {
            return new Made(check.name().code(), check.result().code(), check.reason(), check.purpose());
        }
    }

    /** Which lists hold the issuer. */
    record Trust(boolean listed, List<String> lists, String reason) {}

    static VerificationAnswer of(Verification verification) {
        Claimed claimed = verification.claimed();
        IssuerTrust trust = verification.trust();
        return new VerificationAnswer(
                verified(verification.result()),
                verification.at().toString(),
                new Said(claimed.kind(), claimed.id(), claimed.name(), claimed.issuer(), claimed.issuerName()),
                verification.checks().stream().map(Made::of).toList(),
                new Trust(trust.listed(), trust.lists(), trust.reason()),
                verification.parts().stream().map(VerificationAnswer::of).toList(),
                verification.partsNotLookedInto() == 0 ? null : verification.partsNotLookedInto());
    }

    private static @Nullable Boolean verified(Check.Result result) {
        return switch (result) {
            case VALID -> Boolean.TRUE;
            case INVALID -> Boolean.FALSE;
            case UNCHECKED -> null;
        };
    }
}

package org.meritstream.issuance.verification;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page that says what became of a verification. What the document says of itself is shown as what it says; what was checked is shown
 * apart from it.
 *
 * @param state css class of the verdict
 * @param verdict in a few words
 * @param reason the check that decided it
 * @param kind of credential, in a word or two
 * @param trust what this service was told of the issuer
 * @param bounded that parts were not looked into, or null where all were
 */
public record ResultPage(
        String state,
        String verdict,
        String reason,
        String kind,
        @Nullable String name,
        @Nullable String issuer,
        @Nullable String issuerName,
        @Nullable String holder,
        boolean listed,
        String trust,
        String checkedAt,
        List<ShownCheck> checks,
        List<ResultPage> parts,
        @Nullable String bounded) {

    static ResultPage of(Verification verification) {
        Claimed claimed = verification.claimed();
        Check.Result result = verification.result();
        return new ResultPage(
                ShownCheck.state(result),
                verdict(verification),
                verification.reason(),
                claimed.kind(),
                claimed.name(),
                claimed.issuer(),
                claimed.issuerName(),
                claimed.holder(),
                verification.trust().listed(),
                verification.trust().reason(),
                Words.moment(verification.at()),
                ShownCheck.all(verification),
                verification.parts().stream().map(ResultPage::of).toList(),
                verification.bounded());
    }

    static String verdict(Verification verification) {
        return switch (verification.result()) {
            case VALID -> "It is valid";
            case INVALID -> invalid(verification);
            case UNCHECKED -> "It could not be fully checked";
        };
    }

    private static String invalid(Verification verification) {
        if (verification.suspended()) {
            return "It is suspended";
        }
        return verification.expired() ? "It has expired" : "It is not valid";
    }

    @Override
    public String toString() {
        return "ResultPage[" + state + "]";
    }
}

package org.meritstream.issuance.issuer;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.Securing;
import org.meritstream.events.StatusProfile;
import org.meritstream.issuance.proof.KeyKind;

/** Decides how an issuer is to secure its credentials and which keys that takes, and what they may become. */
public final class RekeyDecision {
    private RekeyDecision() {}

    /** What is to be done. */
    public sealed interface Outcome {

        /**
         * Secure so from now on.
         *
         * @param missing kinds of key that the issuer has none of yet
         */
        record Choose(List<Securing> securings, Set<KeyKind> missing) implements Outcome {}

        /** Issue credentials that may become this from now on. */
        record Profile(StatusProfile profile) implements Outcome {}

        /** A new key takes the place of the one in use. */
        record Rotate(KeyKind kind) implements Outcome {}

        /** There is no issuer. */
        record Unknown() implements Outcome {}

        /** The issuer has no key of this kind that could be replaced. */
        record NoSuchKey(KeyKind kind) implements Outcome {}

        /**
         * They can not stand together.
         *
         * @param reason in words
         */
        record Unfit(String reason) implements Outcome {}
    }

    /**
     * Of a choice of securings.
     *
     * @param issuer the tenant's, or null
     */
    public static Outcome choose(@Nullable SigningIssuer issuer, List<Securing> chosen) {
        if (issuer == null) {
            return new Outcome.Unknown();
        }
        String unfit = unfit(chosen);
        return unfit != null ? new Outcome.Unfit(unfit) : new Outcome.Choose(sorted(chosen), missing(issuer, chosen));
    }

    /** Of a choice of what credentials may become. */
    public static Outcome choose(@Nullable SigningIssuer issuer, StatusProfile chosen) {
        return issuer == null ? new Outcome.Unknown() : new Outcome.Profile(chosen);
    }

    /** Of a rotation. */
    public static Outcome rotate(@Nullable SigningIssuer issuer, KeyKind kind) {
        if (issuer == null) {
            return new Outcome.Unknown();
        }
        return issuer.keys().containsKey(kind) ? new Outcome.Rotate(kind) : new Outcome.NoSuchKey(kind);
    }

    /**
     * Why these securings can not stand together; null when they can. {@code eddsa-rdfc-2022} is always among them: it is the only embedded
     * proof that Open Badges 3.0 certifies, and what pages and status lists are checked by. One JWT and one SD-JWT at most: each is a form of its
     * own, and there is one address for it.
     */
    public static @Nullable String unfit(List<Securing> chosen) {
        if (!chosen.contains(Securing.EDDSA_RDFC_2022)) {
            return "EDDSA_RDFC_2022 must be among them: every verifier of Open Badges knows it.";
        }
        if (EnumSet.copyOf(chosen).size() < chosen.size()) {
            return "None of them may stand twice.";
        }
        if (count(chosen, SecuredBy::repeats) > 1) {
            return "At most one of them may be a JWT.";
        }
        return count(chosen, SecuredBy::discloses) > 1 ? "At most one of them may be an SD-JWT." : null;
    }

    private static long count(List<Securing> chosen, Predicate<SecuredBy> kind) {
        return chosen.stream().map(SecuredBy::of).filter(kind).count();
    }

    /** The kinds of key that these take. */
    static Set<KeyKind> kinds(List<Securing> chosen) {
        Set<KeyKind> kinds = EnumSet.noneOf(KeyKind.class);
        chosen.forEach(securing -> kinds.add(SecuredBy.of(securing).key()));
        return kinds;
    }

    private static Set<KeyKind> missing(SigningIssuer issuer, List<Securing> chosen) {
        Set<KeyKind> missing = kinds(chosen);
        missing.removeAll(issuer.keys().keySet());
        return missing;
    }

    private static List<Securing> sorted(List<Securing> chosen) {
        return Arrays.stream(Securing.values()).filter(chosen::contains).toList();
    }
}

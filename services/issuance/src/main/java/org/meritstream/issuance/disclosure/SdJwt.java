package org.meritstream.issuance.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A token taken apart at its tildes, unchecked (RFC 9901, section 4).
 *
 * @param jwt what the issuer signed, in compact form
 * @param disclosures as they were sent
 * @param keyBinding what the holder signed, in compact form, or null where nothing proves who holds it
 */
public record SdJwt(
        String jwt, List<String> disclosures, @Nullable String keyBinding) {
    private static final String TILDE = "~";
    /** Each may be looked for at every level, and a whole text has two million characters. */
    private static final int MOST = 1000;

    public SdJwt {
        disclosures = List.copyOf(disclosures);
    }

    /**
     * Takes a token apart.
     *
     * @throws IllegalArgumentException when it is none, in words that may be shown
     */
    public static SdJwt of(String text) {
        List<String> parts = Arrays.asList(text.split(TILDE, -1));
        if (parts.size() < 2) {
            throw new IllegalArgumentException("This is no token that discloses parts of itself.");
        }
        List<String> disclosures = new ArrayList<>(parts.subList(1, parts.size() - 1));
        if (parts.getFirst().isEmpty() || disclosures.contains("")) {
            throw new IllegalArgumentException("A part of the token is empty.");
        }
        if (disclosures.size() > MOST) {
            throw new IllegalArgumentException("The token discloses more than " + MOST + " parts.");
        }
        return new SdJwt(parts.getFirst(), disclosures, parts.getLast().isEmpty() ? null : parts.getLast());
    }

    /** The token without what its holder signed: that signature is about exactly this (section 4.3.1). */
    public String unbound() {
        StringBuilder text = new StringBuilder(jwt).append(TILDE);
        disclosures.forEach(disclosure -> text.append(disclosure).append(TILDE));
        return text.toString();
    }

    @Override
    public String toString() {
        return "SdJwt[" + disclosures.size() + " disclosures]";
    }
}

package org.meritstream.issuance.issuer;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.Securing;
import org.meritstream.issuance.proof.Cryptosuite;
import org.meritstream.issuance.proof.KeyKind;

/**
 * What a way of securing means here.
 *
 * @param key the kind that signs
 * @param suite of its proof, or null for a token
 * @param stored what it is called in the store
 */
public record SecuredBy(KeyKind key, @Nullable Cryptosuite suite, String stored) {

    private static final String DISCLOSING = "sd-jwt-vc-";

    /** What this one means. */
    public static SecuredBy of(Securing securing) {
        return switch (securing) {
            case EDDSA_RDFC_2022 -> new SecuredBy(KeyKind.ED25519, Cryptosuite.EDDSA_RDFC_2022, "eddsa-rdfc-2022");
            case ECDSA_RDFC_2019_P256 ->
                new SecuredBy(KeyKind.P256, Cryptosuite.ECDSA_RDFC_2019, "ecdsa-rdfc-2019-p256");
            case ECDSA_RDFC_2019_P384 ->
                new SecuredBy(KeyKind.P384, Cryptosuite.ECDSA_RDFC_2019, "ecdsa-rdfc-2019-p384");
            case EDDSA_JCS_2022 -> new SecuredBy(KeyKind.ED25519, Cryptosuite.EDDSA_JCS_2022, "eddsa-jcs-2022");
            case VC_JWT_EDDSA -> new SecuredBy(KeyKind.ED25519, null, "vc-jwt-eddsa");
            case VC_JWT_ES256 -> new SecuredBy(KeyKind.P256, null, "vc-jwt-es256");
            case VC_JWT_RS256 -> new SecuredBy(KeyKind.RSA, null, "vc-jwt-rs256");
            case SD_JWT_VC_EDDSA -> new SecuredBy(KeyKind.ED25519, null, "sd-jwt-vc-eddsa");
            case SD_JWT_VC_ES256 -> new SecuredBy(KeyKind.P256, null, "sd-jwt-vc-es256");
        };
    }

    /** The one that the store calls so. */
    public static Securing named(String stored) {
        return Arrays.stream(Securing.values())
                .filter(securing -> of(securing).stored().equals(stored))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The store knows a securing that this release does not"));
    }

    /** Whether it is a token of its own and no proof in the document. */
    public boolean isToken() {
        return suite == null;
    }

    /** Whether it is a token of which the holder may show parts. */
    public boolean discloses() {
        return stored.startsWith(DISCLOSING);
    }

    /** Whether it is a token that repeats the whole document. */
    public boolean repeats() {
        return isToken() && !discloses();
    }
}

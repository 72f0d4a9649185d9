package org.meritstream.issuance.issuer;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A tenant's issuer. Its base address and so its DID are fixed from its first day: every credential names them.
 *
 * @param base public address of the platform when the issuer was created, without a trailing slash
 * @param name as it is to stand on credentials
 * @param url the institution's own page
 * @param colour of what is drawn in its name, {@code #rrggbb}; null where it follows from its DID
 */
public record Issuer(
        String tenant,
        String base,
        String name,
        String url,
        @Nullable String email,
        @Nullable String description,
        @Nullable String colour) {
    /** What the address of a list's suspensions has besides that of its revocations. */
    public static final String SUSPENSION = "-suspension";

    /** Where the issuer is described, {@code <base>/issuers/<tenant>}. */
    public String address() {
        return base + "/issuers/" + tenant;
    }

    /** {@code did:web} of that address (did:web method, section 3.2: a port's colon is percent-encoded). */
    public String did() {
        URI address = URI.create(address());
        String host = address.getPort() < 0 ? address.getHost() : address.getHost() + "%3A" + address.getPort();
        return "did:web:" + host + address.getRawPath().replace('/', ':');
    }

    /** DID URL of a key of this issuer. */
    public String verificationMethod(String multikey) {
        return did() + "#" + multikey;
    }

    /** Public address of an achievement version; the tenant stands in the name, so that names need be unique per tenant only. */
    public String achievementAddress(String achievement, int version) {
        return base + "/achievements/" + tenant + "." + achievement + "/" + version;
    }

    /** Public address of a credential. */
    public String credentialAddress(java.util.UUID credential) {
        return base + "/credentials/" + credential;
    }

    /** Public address of an endorsement. */
    public String endorsementAddress(java.util.UUID endorsement) {
        return base + "/endorsements/" + endorsement;
    }

    /** Public address of a learner record. */
    public String recordAddress(java.util.UUID record) {
        return base + "/records/" + record;
    }

    /** Where what took a credential's place is to be had. */
    public String refreshAddress(java.util.UUID credential) {
        return credentialAddress(credential) + "/refresh";
    }

    /**
     * What names the subject of a credential in the credential itself, where it needs a name: of this credential alone, so that two can not be
     * linked by it.
     */
    public String subjectAddress(java.util.UUID credential) {
        return credentialAddress(credential) + "#holder";
    }

    /** Public address of a status list. */
    public String statusAddress(String list) {
        return base + "/status/" + list;
    }

    /** Public address of the suspensions of a list's entries. */
    public String suspensionAddress(String list) {
        return statusAddress(list) + SUSPENSION;
    }

    /** What else names this issuer, for {@code alsoKnownAs}. */
    List<String> aliases() {
        return List.of(address());
    }
}

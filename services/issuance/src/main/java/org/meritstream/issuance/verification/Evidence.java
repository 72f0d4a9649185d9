package org.meritstream.issuance.verification;

import org.jspecify.annotations.Nullable;

/**
 * What a verifier could get hold of.
 *
 * @param secured the signed credential
 * @param multikey the key that its verification method names in the issuer's document, or null when that could not be read
 * @param statusList the signed status list that it names, or null when it could not be read
 * @param revocation when and why it was revoked, in words, where the issuer itself says so; a status list says only that it was
 */
public record Evidence(
        String secured,
        @Nullable String multikey,
        @Nullable String statusList,
        @Nullable String revocation) {}

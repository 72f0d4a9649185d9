package org.meritstream.issuance.proof;

/** The fallback. */
class BouncyCastleEd25519Test extends Ed25519ProviderContract {
    @Override
    Ed25519Provider provider() {
        return new BouncyCastleEd25519();
    }
}
